/// The Tasks view: the task tree of a checkpoint, or of two that are compared.
///
/// Knows tasks and what became of them. Start at [TasksView]; [TaskTreeModel] makes its rows without a stage.
package org.icecore.views.tasks;
