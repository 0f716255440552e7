package org.icecore.app.cli;

import java.io.PrintWriter;

/// Output that ends when the user wants it to end. Shows no progress: what is printed is the progress.
record WatchedOutput(PrintWriter out, Interruption interruption) implements Appendable {

    @Override
    public Appendable append(CharSequence text) {
        interruption.check();
        out.append(text);
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
        return append(text.subSequence(start, end));
    }

    @Override
    public Appendable append(char c) {
        out.append(c);
        return this;
    }
}
