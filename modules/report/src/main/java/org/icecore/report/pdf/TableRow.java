package org.icecore.report.pdf;

import org.icecore.report.Row;

/// A row with its place in the tree; a table is a tree of roots.
///
/// @param branches a bit for each depth at which a line of the tree's drawing goes on below the row
record TableRow(int depth, int branches, Row row) {}
