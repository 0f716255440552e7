package org.icecore.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// Writes known bytes of memory into a file and says which lie where in it. A file that exists is never touched; the new one
/// is whole or not there.
record RawMemory(Terminal terminal) {

    ExitCode write(AddressSpace memory, List<AddressRange> ranges, Path file)
            throws IOException, EvidenceException {
        var unknown = new ArrayList<Extent>();
        FreshFile.write(
                file,
                channel -> {
                    try (var watch = terminal.watch("writing " + file)) {
                        out().println("file offset   addresses");
                        for (var range : ranges) {
                            for (var extent : memory.walk(range)) {
                                if (!write(memory, extent, channel, watch)) {
                                    unknown.add(extent);
                                }
                            }
                        }
                    }
                });
        return unknown.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private PrintWriter out() {
        return terminal.out();
    }

    private boolean write(
            AddressSpace memory, Extent extent, FileChannel channel, Progress progress)
            throws IOException, EvidenceException {
        return switch (extent.origin()) {
            case Origin.Captured _, Origin.Zero _ -> {
                out().println(
                                "0x%08x    %s  %s"
                                        .formatted(
                                                channel.position(),
                                                extent.range(),
                                                CellText.exactBytes(extent.range().length())));
                var range = extent.range();
                FreshFile.copy(memory::read, range.start(), range.end(), channel, progress);
                yield true;
            }
            case Origin.NotCaptured(_, var reason) -> {
                out().println(
                                "not written   %s  %s"
                                        .formatted(extent.range(), Printable.text(reason)));
                yield false;
            }
            case Origin.NotMapped _ -> {
                out().println("not written   %s  not mapped".formatted(extent.range()));
                yield true;
            }
        };
    }
}
