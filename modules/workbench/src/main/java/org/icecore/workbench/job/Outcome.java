package org.icecore.workbench.job;

/// How a job ended.
public sealed interface Outcome<T> {
    /// It returned a result.
    record Done<T>(T result) implements Outcome<T> {}

    /// It threw.
    record Failed<T>(Throwable cause) implements Outcome<T> {
        /// What to show: the message of the cause, or its kind where it has none.
        public String message() {
            var message = cause.getMessage();
            return message == null || message.isBlank()
                    ? cause.getClass().getSimpleName()
                    : message;
        }
    }

    /// It was cancelled and its result, if any, was dropped.
    record Cancelled<T>() implements Outcome<T> {}
}
