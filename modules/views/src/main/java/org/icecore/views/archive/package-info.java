/// The Archive view: all members of the archive of a checkpoint as a tree of folders.
///
/// Knows members and nothing of what is in them. Start at [ArchiveView]; what it asks is
/// [org.icecore.analysis.content.ArchiveTable].
package org.icecore.views.archive;
