package org.icecore.criu.raw;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// The lines of a rule set as `iptables-save` or `nft list ruleset` write it, one at a time.
public final class RuleSetLines {

    /// A line that is longer goes on in the next record: no rule is.
    public static final int LONGEST = 1 << 16;

    private static final int CHUNK = 1 << 14;

    private final ByteSource source;
    private final byte[] chunk = new byte[CHUNK];
    private long chunkStart;
    private int chunkLength;
    private long position;

    /// The lines of that source.
    public RuleSetLines(ByteSource source) {
        this.source = source;
    }

    /// One line without its end.
    ///
    /// @param text what it says; each byte that is no UTF-8 is `\xNN`
    /// @param range its bytes in the image, without the newline
    public record Line(String text, ByteRange range) {}

    /// The next line; empty at the end.
    public Optional<Line> next() throws EvidenceException {
        if (position >= source.size()) {
            return Optional.empty();
        }
        long start = position;
        var line = new ByteArrayOutputStream();
        while (position < source.size() && line.size() < LONGEST) {
            byte next = at(position);
            if (next == '\n') {
                break;
            }
            line.write(next);
            position++;
        }
        var range = new ByteRange(start, position);
        if (position < source.size() && at(position) == '\n') {
            position++;
        }
        return Optional.of(new Line(LenientText.of(line.toByteArray()), range));
    }

    private byte at(long place) throws EvidenceException {
        if (place < chunkStart || place >= chunkStart + chunkLength) {
            chunkStart = place;
            chunkLength = (int) Math.min(CHUNK, source.size() - place);
            source.read(place, MemorySegment.ofArray(chunk).asSlice(0, chunkLength));
        }
        return chunk[(int) (place - chunkStart)];
    }
}
