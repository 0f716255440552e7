package org.icecore.workbench.job;

/// How a job ended.
public sealed interface Outcome<T> {
    /// How it ended, in words: `done`, `failed: no such file`, `cancelled`.
    default String words() {
        return switch (this) {
            case Done<T> _ -> "done";
            case Failed<T> failed -> "failed: " + failed.message();
            case Cancelled<T> _ -> "cancelled";
        };
    }

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
