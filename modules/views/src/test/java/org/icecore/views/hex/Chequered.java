package org.icecore.views.hex;

import java.util.AbstractList;
import java.util.List;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexRegion;
import org.icecore.views.hex.model.HexRun;

/// Captured pages of text and zero pages in turn.
record Chequered(int pages) implements HexContent {

    private static final long BASE = 0x7f00_0000_0000L;

    @Override
    public List<HexRegion> regions() {
        return List.of(new HexRegion(AddressSpan.of(BASE, pages * 4096L), "rw-p", false));
    }

    @Override
    public List<HexRun> runs() {
        return new AbstractList<>() {
            @Override
            public HexRun get(int index) {
                return new HexRun(
                        AddressSpan.of(BASE + index * 4096L, 4096),
                        state(index),
                        "this checkpoint",
                        0);
            }

            @Override
            public int size() {
                return pages;
            }
        };
    }

    private static ByteState state(long page) {
        return page % 2 == 0 ? ByteState.CAPTURED : ByteState.ZERO;
    }

    @Override
    public HexBytes read(long address, int length) {
        var read = HexBytes.unmapped(address, length);
        for (int i = 0; i < length; i++) {
            long offset = address + i - BASE;
            if (Long.compareUnsigned(offset, pages * 4096L) < 0) {
                read.put(i, new byte[] {(byte) (0x41 + offset % 26)}, 0, 1);
                if (state(offset / 4096) == ByteState.ZERO) {
                    read.mark(i, 1, ByteState.ZERO);
                }
            }
        }
        return read;
    }

    @Override
    public String origin(long address) {
        return "this checkpoint";
    }
}
