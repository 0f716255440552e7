package org.icecore.views.desk;

import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexRegion;

/// Eight bytes of memory read as an address, little-endian as x86-64 and AArch64 lay them.
public sealed interface Pointer {
    /// Number of bytes that make a pointer.
    int SIZE = 8;

    /// Points into a mapped region.
    record To(long address) implements Pointer {}

    /// Points nowhere that could be shown.
    ///
    /// @param why in words for the examiner
    record Nowhere(String why) implements Pointer {}

    /// Reads the pointer at an address.
    static Pointer at(HexContent content, long address) {
        if (address > -SIZE && address < 0) {
            return new Nowhere("No pointer here: the address space ends within 8 bytes.");
        }
        var bytes = content.read(address, SIZE);
        long target = 0;
        for (int i = SIZE - 1; i >= 0; i--) {
            if (!bytes.known(i)) {
                return new Nowhere(
                        "No pointer here: the 8 bytes from 0x%x on are not all in the checkpoint."
                                .formatted(address));
            }
            target = target << 8 | bytes.value(i);
        }
        long wanted = target;
        return content.regions().stream().map(HexRegion::span).anyMatch(span -> holds(span, wanted))
                ? new To(target)
                : new Nowhere("0x%x is not mapped: no pointer at 0x%x.".formatted(target, address));
    }

    private static boolean holds(AddressSpan span, long address) {
        return span.contains(address);
    }
}
