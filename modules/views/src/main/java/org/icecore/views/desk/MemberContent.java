package org.icecore.views.desk;

import java.util.List;
import org.icecore.evidence.ByteSource;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexRegion;
import org.icecore.views.hex.model.HexRun;

/// The bytes of a member of an archive as a hex control shows them; addresses are offsets in the member.
public final class MemberContent implements HexContent {
    private final String member;
    private final ByteSource source;
    private final CarefulReading reading;

    public MemberContent(String member, ByteSource source) {
        this.member = member;
        this.source = source;
        this.reading = new CarefulReading(source::read);
    }

    @Override
    public List<HexRegion> regions() {
        return source.size() == 0
                ? List.of()
                : List.of(new HexRegion(AddressSpan.of(0, source.size()), member, false));
    }

    @Override
    public List<HexRun> runs() {
        return source.size() == 0
                ? List.of()
                : List.of(
                        new HexRun(
                                AddressSpan.of(0, source.size()),
                                ByteState.CAPTURED,
                                "this checkpoint",
                                0));
    }

    @Override
    public HexBytes read(long address, int length) {
        var bytes = HexBytes.unmapped(address, length);
        if (address >= 0 && address < source.size()) {
            reading.fill(bytes, 0, address, (int) Math.min(length, source.size() - address));
        }
        return bytes;
    }

    @Override
    public String origin(long address) {
        return address < 0 || address >= source.size()
                ? ""
                : reading.damage(address)
                        .map(why -> "unreadable: " + why)
                        .orElseGet(() -> "%s+0x%x".formatted(member, address));
    }
}
