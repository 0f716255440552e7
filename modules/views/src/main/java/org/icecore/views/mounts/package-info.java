/// The Mounts views: the mounts as the kernel had them, as a tree, and those that the OCI specification asks for.
///
/// Start at [MountsView]; [MountTree] is what a test can ask without a stage.
package org.icecore.views.mounts;
