package org.icecore.views.desk;

import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.views.hex.model.HexBytes;

/// The few bytes from the caret on.
public final class CaretBytes {
    private static final int COUNT = 32;

    private CaretBytes() {}

    /// Up to 32 bytes from `address` on, fewer at the top of the address space.
    public static HexBytes of(AddressSpace memory, long address) {
        long room = -address;
        int count = Long.compareUnsigned(room, COUNT) < 0 && room != 0 ? (int) room : COUNT;
        return AddressSpaceContent.bytes(memory, address, count);
    }
}
