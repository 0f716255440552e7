package org.icecore.views.hex;

import java.util.List;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexRegion;
import org.icecore.views.hex.model.HexRun;

/// The bytes after, or before where nothing is mapped after: what the minimap of a comparison samples.
record EitherSide(HexContent before, HexContent after) implements HexContent {

    @Override
    public List<HexRegion> regions() {
        return after.regions();
    }

    @Override
    public List<HexRun> runs() {
        return after.runs();
    }

    @Override
    public HexBytes read(long address, int length) {
        var bytes = after.read(address, length);
        return length > 0 && bytes.known(0) ? bytes : before.read(address, length);
    }

    @Override
    public String origin(long address) {
        return after.origin(address);
    }
}
