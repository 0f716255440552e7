package org.icecore.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.icecore.app.cli.LostOutput;

/// Standard output: UTF-8 whatever the locale says, and a failure ends the work instead of being swallowed.
final class StandardStream extends OutputStream {

    private final FileOutputStream file;

    private StandardStream(FileDescriptor descriptor) {
        this.file = new FileOutputStream(descriptor);
    }

    /// Names in evidence are not to become question marks in a pipe.
    static PrintWriter answers() {
        return new PrintWriter(
                new OutputStreamWriter(
                        new StandardStream(FileDescriptor.out), StandardCharsets.UTF_8),
                false);
    }

    /// Messages are seen at once; where nobody can see them, nothing can be said about it.
    static PrintWriter messages() {
        return new PrintWriter(
                new OutputStreamWriter(
                        new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
                true);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            file.write(bytes, from, length);
        } catch (IOException e) {
            throw new LostOutput(e);
        }
    }
}
