/// The Host view: what the evidence says of the machine that the container ran on.
///
/// Start at [HostView].
package org.icecore.views.host;
