package org.icecore.views.result;

import java.util.concurrent.Callable;
import org.icecore.analysis.table.ResultTable;

/// What a view of one table is to show now.
public sealed interface Question<R> {
    /// Nothing is selected that could be asked about.
    ///
    /// @param whatToSelect for the examiner: `Select a task to see its mappings.`
    record Nothing<R>(String whatToSelect) implements Question<R> {}

    /// There can be no answer.
    ///
    /// @param why for the examiner: `pid 7 is a zombie: it has no memory`
    record Pointless<R>(String why) implements Question<R> {}

    /// A question.
    ///
    /// @param subject what is asked about; an equal subject is not asked about again
    /// @param title of the work: `reading the mappings of pid 7`
    /// @param ifEmpty what an answer without rows means
    record Ask<R>(Object subject, String title, Callable<ResultTable<R>> answer, String ifEmpty)
            implements Question<R> {}
}
