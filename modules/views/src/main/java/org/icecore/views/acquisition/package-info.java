/// The Acquisition view: how a checkpoint was taken, what it does not hold, and where its times come from.
///
/// Shows what `org.icecore.analysis.acquisition` states and adds nothing of its own. Start at [AcquisitionView].
package org.icecore.views.acquisition;
