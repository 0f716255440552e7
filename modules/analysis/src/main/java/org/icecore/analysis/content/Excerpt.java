package org.icecore.analysis.content;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.HexFormat;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.evidence.EvidenceException;

/// A few bytes of a task's memory, each known or not. Immutable.
public final class Excerpt {

    private static final String UNKNOWN_HEX = "??";

    private final AddressRange range;
    private final byte[] bytes;
    private final BitSet known;

    private Excerpt(AddressRange range, byte[] bytes, BitSet known) {
        this.range = range;
        this.bytes = bytes;
        this.known = known;
    }

    /// The bytes of `range`, at most 64 KiB; those that the checkpoint does not know are marked so.
    ///
    /// @throws EvidenceException if stored bytes cannot be read
    public static Excerpt of(AddressSpace memory, AddressRange range) throws EvidenceException {
        if (Long.compareUnsigned(range.length(), 1 << 16) > 0) {
            throw new IllegalArgumentException("an excerpt of " + range);
        }
        var bytes = new byte[(int) range.length()];
        var known = new BitSet(bytes.length);
        for (var extent : memory.walk(range)) {
            if (extent.origin().known()) {
                known.set(
                        (int) (extent.range().start() - range.start()),
                        (int) (extent.range().end() - range.start()));
            }
        }
        memory.read(range.start(), MemorySegment.ofArray(bytes));
        return new Excerpt(range, bytes, known);
    }

    /// The bytes of `range` and up to `context` before and behind it, as far as addresses go.
    ///
    /// @throws EvidenceException if stored bytes cannot be read
    public static Excerpt around(AddressSpace memory, AddressRange range, int context)
            throws EvidenceException {
        var before = Long.compareUnsigned(range.start(), context) < 0 ? range.start() : context;
        var room = -1L - range.end();
        var behind = Long.compareUnsigned(room, context) < 0 ? room : context;
        return of(memory, new AddressRange(range.start() - before, range.end() + behind));
    }

    /// The addresses.
    public AddressRange range() {
        return range;
    }

    /// Number of bytes.
    public int length() {
        return bytes.length;
    }

    /// Whether byte `index` is known.
    public boolean known(int index) {
        return known.get(index);
    }

    /// Byte `index`, 0 to 255; of no meaning if it is not known.
    public int byteAt(int index) {
        return bytes[index] & 0xff;
    }

    /// `fc 48 ?? e4`.
    public String hex() {
        var text = new StringBuilder(3 * bytes.length);
        for (var i = 0; i < bytes.length; i++) {
            text.append(i == 0 ? "" : " ");
            if (known(i)) {
                HexFormat.of().toHexDigits(text, bytes[i]);
            } else {
                text.append(UNKNOWN_HEX);
            }
        }
        return text.toString();
    }

    /// One character per byte: printable ASCII as it is, others as `.`, unknown ones as `?`.
    public String ascii() {
        var text = new StringBuilder(bytes.length);
        for (var i = 0; i < bytes.length; i++) {
            var c = byteAt(i);
            text.append(!known(i) ? '?' : c >= 0x20 && c < 0x7f ? (char) c : '.');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return range + " " + hex();
    }
}
