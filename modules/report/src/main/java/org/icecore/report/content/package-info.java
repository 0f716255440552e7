/// What stands in a report: checkpoints and comparisons turned into sections.
///
/// Knows the results of `org.icecore.analysis` and bounds how much of them a page can bear, saying what it leaves out. Knows no
/// format: that is the work of the writers. Start at [CheckpointReport] and [ComparisonReport].
package org.icecore.report.content;
