package org.icecore.app.cli;

import java.io.PrintWriter;

/// Output that ends when the user wants it to end.
record WatchedOutput(PrintWriter out, Watch watch) implements Appendable {

    @Override
    public Appendable append(CharSequence text) {
        watch.advance(0, 0);
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
