package org.icecore.checkpoint.join;

import java.io.ByteArrayOutputStream;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// The lines of a text of any length, one after the other, in little memory: what is behind the first bytes of a very long
/// line is passed over.
final class LogLines {

    private static final int CHUNK = 1 << 16;
    private static final int LONGEST = 2048;

    private final ByteSource source;
    private final long end;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /// @param end where to stop reading
    LogLines(ByteSource source, long end) {
        this.source = source;
        this.end = Math.min(end, source.size());
    }

    /// Takes the lines.
    interface Visitor {

        /// @param bytes the beginning of the line, without its end
        /// @param start where it begins
        /// @param length of the whole line, without its end
        void visit(byte[] bytes, long start, long length);
    }

    void each(Visitor visitor) throws EvidenceException {
        long start = 0;
        long length = 0;
        for (long at = 0; at < end; at += CHUNK) {
            var chunk = source.bytes(at, (int) Math.min(CHUNK, end - at));
            int from = 0;
            for (int i = 0; i < chunk.length; i++) {
                if (chunk[i] == '\n') {
                    keep(chunk, from, i);
                    visitor.visit(line.toByteArray(), start, length + i - from);
                    line.reset();
                    from = i + 1;
                    start = at + from;
                    length = 0;
                }
            }
            keep(chunk, from, chunk.length);
            length += chunk.length - from;
        }
        if (length > 0) {
            visitor.visit(line.toByteArray(), start, length);
        }
    }

    private void keep(byte[] chunk, int from, int to) {
        line.write(chunk, from, Math.min(to - from, LONGEST - line.size()));
    }
}
