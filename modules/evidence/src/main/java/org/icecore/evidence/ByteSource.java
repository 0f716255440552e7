package org.icecore.evidence;

import java.lang.foreign.MemorySegment;

/// Immutable bytes of known length that can be read at any position, by any number of threads at once.
///
/// A source does not own what lies under it: it is valid as long as the [Archive] it came from is open.
/// To test against it, use [#of(String, byte\[\])].
public interface ByteSource {

    /// Number of bytes.
    long size();

    /// Where `range` of this source lies in the evidence.
    Location locate(ByteRange range);

    /// Fills `target` with the bytes from `position` on; all of them, or an exception.
    ///
    /// @throws EvidenceException if the bytes reach beyond the end or cannot be read
    void read(long position, MemorySegment target) throws EvidenceException;

    /// Reads `length` bytes from `position` on into a new array.
    default byte[] bytes(long position, int length) throws EvidenceException {
        if (position < 0 || length < 0 || position > size() - length) {
            throw new EvidenceException(
                    locate(new ByteRange(Math.clamp(position, 0, size()), size())),
                    "ends after 0x%x bytes; %s at 0x%x were asked for"
                            .formatted(size(), Amount.of(length, "byte"), position));
        }
        var bytes = new byte[length];
        read(position, MemorySegment.ofArray(bytes));
        return bytes;
    }

    /// The part of this source that `range` names; its locations are those of the whole.
    ///
    /// @throws IllegalArgumentException if the range reaches beyond the end
    default ByteSource slice(ByteRange range) {
        return SlicedSource.of(this, range);
    }

    /// A source over a copy of `bytes`, located in a member called `name`.
    static ByteSource of(String name, byte[] bytes) {
        return new ArraySource(name, bytes.clone());
    }
}
