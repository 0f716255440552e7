/// The Archive view: all members of the archive of a checkpoint as a tree of folders.
///
/// Knows members and nothing of what is in them. Start at [ArchiveView]; [ArchiveRows] is what a test can ask without a
/// stage.
package org.icecore.views.archive;
