/// What changed between two checkpoints: an overview, the list of changes, mappings and open files side by side, and
/// memory side by side.
///
/// Knows a finished [org.icecore.analysis.compare.Comparison] and where the examiner is. Does not compare anything
/// itself.
/// Start at [CompareOverviewEditor] and [MemoryCompareEditor].
package org.icecore.views.compare;
