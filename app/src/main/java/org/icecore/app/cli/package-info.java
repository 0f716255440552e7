/// The command line: the same questions as in the window, answered as text or JSON.
///
/// Knows options, exit codes and how tables become lines. Knows no JavaFX and holds no logic of its own: answers come from
/// `org.icecore.analysis`. Start at [Cli].
package org.icecore.app.cli;
