/// The editor that shows a checkpoint at a glance.
///
/// Start at [OverviewEditor]; [OverviewSummary] holds its words, made without a stage.
package org.icecore.views.overview;
