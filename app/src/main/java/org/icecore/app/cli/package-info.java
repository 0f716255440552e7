/// The command line: the same questions as in the window, answered as text or JSON.
///
/// Knows options, exit codes and how tables become lines. Knows no JavaFX and holds no logic of its own: answers come from
/// `org.icecore.analysis`. Start at [Cli].
///
/// Sizes are written in one way: in tables and totals `10.2 MiB`, with one decimal and the unit ([CellText#size]); where a line
/// cites one run of memory, one file or one difference, all its bytes `2,044 bytes` ([CellText#exactBytes]), and so where a
/// size stands for the end of a range.
package org.icecore.app.cli;

import org.icecore.analysis.table.CellText;
