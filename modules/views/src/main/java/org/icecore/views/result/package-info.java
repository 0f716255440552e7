/// From a [org.icecore.analysis.table.ResultTable] to a table of the workbench, in one way for all views.
///
/// Knows columns, cells, absences, coverage and marks. Knows no question and no checkpoint. Every view may know this
/// package. Start at [ResultGrid], or at [QuestionView] for a view that is nothing but the answer to a question.
package org.icecore.views.result;
