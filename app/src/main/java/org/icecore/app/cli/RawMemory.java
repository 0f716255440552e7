package org.icecore.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    private static final int CHUNK = 1 << 20;

    ExitCode write(AddressSpace memory, List<AddressRange> ranges, Path file)
            throws IOException, EvidenceException {
        var target = file.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    file.toString(), null, "there is no folder to write it into");
        }
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var whole = true;
        // Made for its owner alone: memory holds secrets.
        var part = Files.createTempFile(folder, ".memory-", ".part");
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
                    var watch = terminal.watch("writing " + file)) {
                out().println("file offset   addresses");
                for (var range : ranges) {
                    for (var extent : memory.walk(range)) {
                        whole &= write(memory, extent, channel, watch);
                    }
                }
            }
            Files.move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
        return whole ? ExitCode.DONE : ExitCode.INCOMPLETE;
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
                                                CellText.size(extent.range().length())));
                copy(memory, extent.range(), channel, progress);
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

    private static void copy(
            AddressSpace memory, AddressRange range, FileChannel channel, Progress progress)
            throws IOException, EvidenceException {
        for (var at = range.start(); at != range.end(); ) {
            var chunk = new byte[(int) Math.min(CHUNK, range.end() - at)];
            memory.read(at, MemorySegment.ofArray(chunk));
            for (var buffer = ByteBuffer.wrap(chunk); buffer.hasRemaining(); ) {
                channel.write(buffer);
            }
            at += chunk.length;
            progress.advance(at - range.start(), range.length());
        }
    }
}
