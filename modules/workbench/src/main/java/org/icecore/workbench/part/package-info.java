/// Views and editors, as the application contributes them and as its code asks for them.
///
/// Knows that a part has a node, a title and handlers. Knows nothing of where it lies in the window.
/// Start at [View] and [Editor]; [Parts] opens and shows them.
package org.icecore.workbench.part;
