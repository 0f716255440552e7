package org.icecore.views.desk;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.icecore.evidence.EvidenceException;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.HexBytes;

/// Reads evidence that may be damaged: what can be read is, the rest is marked as not captured.
///
/// Addresses and positions are both unsigned numbers; pieces lie on the same boundaries whatever is asked for, so that
/// the same byte always gets the same answer.
record CarefulReading(Reader reader) {
    private static final int PAGE = 4096;
    private static final int ROW = 16;

    /// Reads whole runs or throws.
    @FunctionalInterface
    interface Reader {
        void read(long position, MemorySegment target) throws EvidenceException;
    }

    /// Fills `count` bytes of `bytes` from `index` on with what lies at `position`.
    void fill(HexBytes bytes, int index, long position, int count) {
        if (!read(bytes, index, position, count)) {
            pieces(bytes, index, position, count, PAGE);
        }
    }

    /// Why the byte at `position` cannot be read; empty if it can.
    Optional<String> damage(long position) {
        try {
            reader.read(position, MemorySegment.ofArray(new byte[1]));
            return Optional.empty();
        } catch (EvidenceException damaged) {
            return Optional.of(damaged.getMessage());
        }
    }

    private void pieces(HexBytes bytes, int index, long position, int count, int size) {
        for (int done = 0; done < count; ) {
            int piece = (int) Math.min(count - done, size - ((position + done) & (size - 1L)));
            if (!read(bytes, index + done, position + done, piece)) {
                if (size > 1) {
                    pieces(bytes, index + done, position + done, piece, size == PAGE ? ROW : 1);
                } else {
                    bytes.mark(index + done, piece, ByteState.NOT_CAPTURED);
                }
            }
            done += piece;
        }
    }

    private boolean read(HexBytes bytes, int index, long position, int count) {
        var values = new byte[count];
        try {
            reader.read(position, MemorySegment.ofArray(values));
            bytes.put(index, values, 0, count);
            return true;
        } catch (EvidenceException _) {
            // Asked for again in smaller pieces; what stays unreadable is marked, and its origin
            // tells why.
            return false;
        }
    }
}
