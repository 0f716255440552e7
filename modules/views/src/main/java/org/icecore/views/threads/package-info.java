/// The Threads view: every thread of the container and where it stood.
///
/// Start at [ThreadsView].
package org.icecore.views.threads;
