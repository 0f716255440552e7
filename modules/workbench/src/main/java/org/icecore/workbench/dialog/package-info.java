/// Questions to the examiner that the platform asks, behind an interface so that tests can answer.
///
/// Knows paths and filters. Start at [FileChoice].
package org.icecore.workbench.dialog;
