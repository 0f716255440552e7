/// The Root Filesystem Changes view: what the engine exported of the container's file system, as a tree.
///
/// Start at [RootfsView]; [RootfsRows] is what a test can ask without a stage.
package org.icecore.views.rootfs;
