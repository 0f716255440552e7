/// The Sockets view: those of the selected task, or of all tasks.
///
/// Start at [SocketsView].
package org.icecore.views.sockets;
