/// Bytes: the memory of a task, the bytes of a member, and what the bytes at the caret mean.
///
/// Knows the hex control, address spaces and the selection. Knows no other view. Start at [MemoryEditor];
/// [DataInspectorView] follows its caret through the selection.
package org.icecore.views.memory;
