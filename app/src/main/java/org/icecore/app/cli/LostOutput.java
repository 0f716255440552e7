package org.icecore.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/// The answers cannot be written where they were to go.
public final class LostOutput extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /// What the operating system said.
    public LostOutput(IOException cause) {
        super(cause);
    }

    /// Whether it is only that the reader of a pipe has seen enough, as `head` does.
    boolean isUnwanted() {
        var message = getCause().getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
    }
}
