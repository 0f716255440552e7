/// Work that takes long, done away from the UI thread, with progress and cancel.
///
/// Knows titles, progress and outcomes. Knows nothing of the work. Start at [Jobs].
package org.icecore.workbench.job;
