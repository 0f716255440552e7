/// What one checkpoint holds, one table per question.
///
/// Knows the columns and where each value comes from. Knows nothing of comparison, findings or display. Start at
/// [TaskTable]; each table is a class with one method `of`.
package org.icecore.analysis.content;
