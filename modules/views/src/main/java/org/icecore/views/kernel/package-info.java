/// Views of what the kernel kept for the tasks besides memory and open files: signals, timers, locks, queues and the like.
///
/// Each is the answer to one question of `analysis`, narrowed to the selected task where its rows belong to tasks. Knows no image.
/// Start at [KernelViews].
package org.icecore.views.kernel;
