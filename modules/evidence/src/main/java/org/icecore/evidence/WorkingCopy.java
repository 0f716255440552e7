package org.icecore.evidence;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Compressed evidence, unpacked once into a private file so that it can be read at any position.
///
/// The file has mode 0600 in a folder of mode 0700 from its first moment on. On Linux and macOS both lose their names
/// before the first byte is written, so nothing stays behind even if the process is killed. On Windows, where a file in
/// use keeps its name, both grant access to the user alone and are removed on closing.
public final class WorkingCopy implements AutoCloseable {

    private final ByteSource content;
    private final List<Defect> defects;
    private final Arena arena;
    private final PrivateFile file;

    private WorkingCopy(ByteSource content, List<Defect> defects, Arena arena, PrivateFile file) {
        this.content = content;
        this.defects = defects;
        this.arena = arena;
        this.file = file;
    }

    /// Unpacks `packed`; `progress` counts its bytes, the compressed ones.
    ///
    /// @param name what the locations of the content call it, e.g. the name of a member that holds a compressed tar
    /// @throws EvidenceException if nothing can be unpacked, or more than the limit; what could be unpacked of a broken
    ///     stream is the content, and its break is one of the [#defects()]
    /// @throws CancellationException if `progress` says so or the thread is interrupted; nothing is left behind
    public static WorkingCopy of(
            ByteSource packed, String name, Unpacking unpacking, Progress progress)
            throws EvidenceException {
        try {
            return unpack(packed, name, unpacking, progress);
        } catch (ClosedByInterruptException e) {
            throw EvidenceFile.cancelled(e);
        } catch (IOException e) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(0, packed.size())),
                    "cannot be unpacked into %s: %s".formatted(unpacking.folder(), e.getMessage()),
                    e);
        }
    }

    private static WorkingCopy unpack(
            ByteSource packed, String name, Unpacking unpacking, Progress progress)
            throws IOException, EvidenceException {
        var file = PrivateFile.createIn(unpacking.folder());
        boolean complete = false;
        var arena = Arena.ofShared();
        try (var channel = file.channel();
                var decompressor = Compression.of(packed).decompressor(packed)) {
            file.unlink();
            var defects = new Unpacker(packed, decompressor, channel, unpacking).run(progress);
            var copy = new WorkingCopy(MappedFile.of(name, channel, arena), defects, arena, file);
            complete = true;
            return copy;
        } finally {
            if (!complete) {
                arena.close();
                file.remove();
            }
        }
    }

    /// The unpacked bytes, as long as the copy is open.
    public ByteSource content() {
        return content;
    }

    /// What is wrong with the compressed stream.
    public List<Defect> defects() {
        return defects;
    }

    /// Ends the content and removes the file.
    @Override
    public synchronized void close() {
        if (arena.scope().isAlive()) {
            arena.close();
            file.remove();
        }
    }
}
