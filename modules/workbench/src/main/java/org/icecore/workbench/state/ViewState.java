package org.icecore.workbench.state;

import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Outcome;

/// What a view can show now.
public sealed interface ViewState {
    /// The content, complete.
    record Ready() implements ViewState {}

    /// Nothing is selected that this view shows.
    ///
    /// @param whatToSelect such as `Select a task to see its mappings.`
    record NothingSelected(String whatToSelect) implements ViewState {}

    /// A job is at work on the content.
    record Loading(Job<?> job) implements ViewState {}

    /// There is no content.
    ///
    /// @param why such as `The task has no open files: it is a zombie.`
    record Empty(String why) implements ViewState {}

    /// There is content, but not all of it.
    ///
    /// @param whatIsMissing such as `12 of 40 pages were not captured.`
    record Partial(String whatIsMissing) implements ViewState {}

    /// There is no content because something failed.
    ///
    /// @param message what happened, where, and what to do
    /// @param details lines for whoever asks, such as a stack trace; may be empty
    record Failed(String message, String details) implements ViewState {
        /// There is no content because a job failed.
        public Failed(Outcome.Failed<?> failed) {
            this(failed.message(), String.valueOf(failed.cause()));
        }
    }
}
