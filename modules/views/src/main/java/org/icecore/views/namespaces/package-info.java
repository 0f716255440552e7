/// The Namespaces view: which tasks share which namespace, address space or table.
///
/// Start at [NamespacesView]; [SharedObjects] is what a test can ask without a stage.
package org.icecore.views.namespaces;
