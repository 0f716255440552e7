package org.icecore.views.desk;

import java.util.List;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Location;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexRegion;
import org.icecore.views.hex.model.HexRun;

/// The bytes of a file within a checkpoint as a hex control shows them; addresses are offsets in the file.
public final class StoredFileContent implements HexContent {
    private final StoredFile file;
    private final List<HexRun> runs;
    private final CarefulReading reading;

    /// The content of a file of an open checkpoint.
    public StoredFileContent(StoredFile file) {
        this.file = file;
        this.runs = file.parts().stream().map(StoredFileContent::run).toList();
        this.reading = new CarefulReading(file.bytes()::read);
    }

    @Override
    public List<HexRegion> regions() {
        return file.bytes().size() == 0
                ? List.of()
                : List.of(
                        new HexRegion(AddressSpan.of(0, file.bytes().size()), file.name(), false));
    }

    @Override
    public List<HexRun> runs() {
        return runs;
    }

    private static HexRun run(StoredFile.Part part) {
        var span = AddressSpan.of(part.range().start(), part.range().length());
        return switch (part.origin()) {
            case Origin.Captured _ -> new HexRun(span, ByteState.CAPTURED, "this checkpoint", 0);
            case Origin.Zero _ -> new HexRun(span, ByteState.ZERO, "a hole of the file", 0);
            case Origin.NotCaptured(_, var reason) ->
                    new HexRun(span, ByteState.NOT_CAPTURED, reason, 0);
            case Origin.NotMapped _ ->
                    new HexRun(span, ByteState.NOT_CAPTURED, "not a part of the file", 0);
        };
    }

    @Override
    public HexBytes read(long address, int length) {
        var bytes = HexBytes.unmapped(address, length);
        var size = file.bytes().size();
        if (address < 0 || address >= size) {
            return bytes;
        }
        var last = address + Math.min(length, size - address);
        for (var i = partAt(address); i < file.parts().size(); i++) {
            var part = file.parts().get(i);
            if (part.range().start() >= last) {
                break;
            }
            var from = Math.max(address, part.range().start());
            var index = (int) (from - address);
            var count = (int) (Math.min(last, part.range().end()) - from);
            switch (part.origin()) {
                case Origin.Captured _ -> reading.fill(bytes, index, from, count);
                case Origin.Zero _ -> bytes.mark(index, count, ByteState.ZERO);
                case Origin.NotCaptured _, Origin.NotMapped _ ->
                        bytes.mark(index, count, ByteState.NOT_CAPTURED);
            }
        }
        return bytes;
    }

    @Override
    public String origin(long address) {
        if (address < 0 || address >= file.bytes().size()) {
            return "";
        }
        var part = file.parts().get(partAt(address));
        return switch (part.origin()) {
            case Origin.Captured _ ->
                    reading.damage(address)
                            .map(why -> "unreadable: " + why)
                            .orElseGet(
                                    () ->
                                            "this checkpoint, "
                                                    + place(
                                                            file.bytes()
                                                                    .locate(
                                                                            ByteRange.of(
                                                                                    address, 1))));
            case Origin.Zero _ -> "a hole of the file, or a page never written: zeros";
            case Origin.NotCaptured(_, var reason) -> "not captured: " + reason;
            case Origin.NotMapped _ -> "";
        };
    }

    private static String place(Location at) {
        return "%s+0x%x".formatted(at.member(), at.range().start());
    }

    /// Parts are ascending and adjacent and cover the file.
    private int partAt(long address) {
        var low = 0;
        var high = file.parts().size() - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (file.parts().get(middle).range().end() <= address) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
