/// How a checkpoint was taken, what it therefore does not hold, and how far its times can be trusted.
///
/// Knows what the absence of each thing means for the examiner: that something was not found must never read as that it was
/// not there. Knows nothing of what tasks did. Start at [AcquisitionTable]; one class for each [Topic] states what it has to say.
package org.icecore.analysis.acquisition;
