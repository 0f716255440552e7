/// The Network view: the interfaces of the container, as the engine set them up.
///
/// Sockets have a view of their own. Start at [NetworkView].
package org.icecore.views.network;
