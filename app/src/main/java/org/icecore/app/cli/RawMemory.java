package org.icecore.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.EvidenceException;

/// Writes known bytes of memory into a file and says which lie where in it. A file that exists is never touched.
record RawMemory(PrintWriter out, PrintWriter err) {

    private static final int CHUNK = 1 << 20;

    ExitCode write(AddressSpace memory, List<AddressRange> ranges, Path file) throws IOException {
        var whole = true;
        try (var channel =
                FileChannel.open(
                        file,
                        EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                        ownerOnly(file))) {
            out.println("file offset   addresses");
            for (var range : ranges) {
                for (var extent : memory.extents(range)) {
                    whole &= write(memory, extent, channel);
                }
            }
        } catch (EvidenceException e) {
            err.println("icecore: " + e.getMessage());
            return ExitCode.INCOMPLETE;
        }
        return whole ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    /// Memory holds secrets: nobody but the examiner is to read it.
    private static FileAttribute<?>[] ownerOnly(Path file) {
        return Files.exists(file.toAbsolutePath().getParent())
                        && file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private boolean write(AddressSpace memory, Extent extent, FileChannel channel)
            throws IOException, EvidenceException {
        return switch (extent.origin()) {
            case Origin.Captured _, Origin.Zero _ -> {
                out.println(
                        "0x%08x    %s  %s"
                                .formatted(
                                        channel.position(),
                                        extent.range(),
                                        CellText.size(extent.range().length())));
                copy(memory, extent.range(), channel);
                yield true;
            }
            case Origin.NotCaptured(_, var reason) -> {
                out.println(
                        "not written   %s  %s".formatted(extent.range(), Printable.text(reason)));
                yield false;
            }
            case Origin.NotMapped _ -> {
                out.println("not written   %s  not mapped".formatted(extent.range()));
                yield true;
            }
        };
    }

    private static void copy(AddressSpace memory, AddressRange range, FileChannel channel)
            throws IOException, EvidenceException {
        for (var at = range.start(); at != range.end(); ) {
            var chunk = new byte[(int) Math.min(CHUNK, range.end() - at)];
            memory.read(at, MemorySegment.ofArray(chunk));
            for (var buffer = ByteBuffer.wrap(chunk); buffer.hasRemaining(); ) {
                channel.write(buffer);
            }
            at += chunk.length;
        }
    }
}
