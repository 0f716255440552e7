package org.icecore.views.search;

import org.icecore.analysis.search.SearchResult;
import org.icecore.analysis.table.Coverage;
import org.icecore.workbench.job.Job;

/// How far a search is.
public sealed interface SearchState {
    /// Nothing was searched yet.
    record Idle() implements SearchState {}

    /// What was typed is no pattern.
    record Unreadable(String why) implements SearchState {}

    /// It runs; what it found shows already.
    record Running(Job<SearchResult> job) implements SearchState {}

    /// It ended.
    ///
    /// @param coverage what it did not search
    record Done(Coverage coverage) implements SearchState {}

    /// The examiner stopped it.
    record Stopped() implements SearchState {}

    /// It ended in a failure.
    record Failed(String message, String details) implements SearchState {}
}
