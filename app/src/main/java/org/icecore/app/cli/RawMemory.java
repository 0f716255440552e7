package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.EvidenceException;

/// Writes known bytes of memory into a file and says which lie where in it. A file that exists is never touched; the new one
/// is whole or not there.
///
/// What is said comes after what is written: whoever stops listening still gets the file.
record RawMemory(Terminal terminal) {

    ExitCode write(AddressSpace memory, List<AddressRange> ranges, Path file)
            throws IOException, EvidenceException {
        FreshFile.write(
                file,
                channel -> {
                    try (var watch = terminal.watch("writing " + file)) {
                        for (var range : ranges) {
                            for (var extent : memory.walk(range)) {
                                if (isWritten(extent)) {
                                    FreshFile.copy(
                                            memory::read,
                                            extent.range().start(),
                                            extent.range().end(),
                                            channel,
                                            watch);
                                }
                            }
                        }
                    }
                });
        return tell(memory, ranges);
    }

    private static boolean isWritten(Extent extent) {
        return switch (extent.origin()) {
            case Origin.Captured _, Origin.Zero _ -> true;
            case Origin.NotCaptured _, Origin.NotMapped _ -> false;
        };
    }

    private ExitCode tell(AddressSpace memory, List<AddressRange> ranges) {
        var out = terminal.out();
        var code = ExitCode.DONE;
        var position = 0L;
        out.println("file offset   addresses");
        for (var range : ranges) {
            for (var extent : memory.walk(range)) {
                switch (extent.origin()) {
                    case Origin.Captured _, Origin.Zero _ -> {
                        var length = extent.range().length();
                        out.println(
                                "0x%08x    %s  %s"
                                        .formatted(
                                                position,
                                                extent.range(),
                                                CellText.exactBytes(length)));
                        position += length;
                    }
                    case Origin.NotCaptured(_, var reason) -> {
                        out.println(
                                "not written   %s  %s"
                                        .formatted(extent.range(), Printable.text(reason)));
                        code = ExitCode.INCOMPLETE;
                    }
                    case Origin.NotMapped _ ->
                            out.println("not written   %s  not mapped".formatted(extent.range()));
                }
            }
        }
        return code;
    }
}
