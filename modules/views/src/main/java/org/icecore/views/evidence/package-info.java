/// The Evidence view: what lies on the bench, and what lies in it.
///
/// Start at [EvidenceView]; [EvidenceTree] makes its rows without a stage.
package org.icecore.views.evidence;
