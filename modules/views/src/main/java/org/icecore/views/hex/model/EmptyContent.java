package org.icecore.views.hex.model;

import java.util.List;

/// A space in which nothing is mapped.
enum EmptyContent implements HexContent {
    INSTANCE;

    @Override
    public List<HexRegion> regions() {
        return List.of();
    }

    @Override
    public List<HexRun> runs() {
        return List.of();
    }

    @Override
    public HexBytes read(long address, int length) {
        return HexBytes.unmapped(address, length);
    }

    @Override
    public String origin(long address) {
        return "";
    }
}
