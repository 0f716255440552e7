/// Results as data: tables of typed cells that a window, a report and a terminal render alike.
///
/// Knows columns, cells, absences and how a cell is written as text. Knows nothing of widths, colours, fonts or files.
/// Start at [ResultTable]; [CellText] is the one place where a value becomes text.
package org.icecore.analysis.table;
