package org.icecore.evidence;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Compressed evidence, unpacked once into a private file so that it can be read at any position.
///
/// The file is encrypted with a key that lies in the memory of this process alone, so that whatever is left of it when
/// the process is killed is noise. It has mode 0600 in a folder of mode 0700 from its first moment on; on Linux and
/// macOS both lose their names before the first byte is written. On Windows, where a file in use keeps its name, both
/// grant access to the user alone and are removed on closing.
public final class WorkingCopy implements AutoCloseable {

    private final ByteSource content;
    private final List<Defect> defects;
    private final Arena arena;
    private final PrivateFile file;
    private final CopyKey key;
    private final UnpackingBudget budget;

    private WorkingCopy(
            ByteSource content,
            List<Defect> defects,
            Arena arena,
            PrivateFile file,
            CopyKey key,
            UnpackingBudget budget) {
        this.content = content;
        this.defects = defects;
        this.arena = arena;
        this.file = file;
        this.key = key;
        this.budget = budget;
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
        return of(packed, name, new UnpackingBudget(unpacking), progress);
    }

    static WorkingCopy of(ByteSource packed, String name, UnpackingBudget budget, Progress progress)
            throws EvidenceException {
        return filled(
                packed,
                name,
                budget,
                (sink, defects) -> {
                    try (var decompressor = Compression.of(packed).decompressor(packed)) {
                        var broken =
                                new Unpacker(packed, decompressor, sink)
                                        .run(Long.MAX_VALUE, progress);
                        if (broken.isPresent() && sink.total() == 0) {
                            throw broken.get();
                        }
                        defects.addAll(decompressor.defects());
                        broken.ifPresent(defects::addPart);
                        decompressor.trailer().ifPresent(defects::add);
                    }
                    progress.advance(packed.size(), packed.size());
                });
    }

    /// What is put into a working copy.
    interface Filling {
        void into(SealedSink sink, DefectList defects) throws IOException, EvidenceException;
    }

    /// A copy that `filling` fills from `packed`.
    static WorkingCopy filled(
            ByteSource packed, String name, UnpackingBudget budget, Filling filling)
            throws EvidenceException {
        var folder = budget.unpacking().folder();
        try {
            return filled(PrivateFile.createIn(folder), packed, name, budget, filling);
        } catch (ClosedByInterruptException e) {
            throw EvidenceFile.cancelled(e);
        } catch (IOException e) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(0, packed.size())),
                    "cannot be unpacked into %s: %s".formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static WorkingCopy filled(
            PrivateFile file,
            ByteSource packed,
            String name,
            UnpackingBudget budget,
            Filling filling)
            throws IOException, EvidenceException {
        boolean complete = false;
        var key = new CopyKey();
        var arena = Arena.ofShared();
        try (var channel = file.channel()) {
            file.unlink();
            var defects = new DefectList();
            StoredPages stored;
            long size;
            try (var sink = new SealedSink(channel, key, budget)) {
                filling.into(sink, defects);
                stored = sink.finish(packed);
                size = sink.total();
            }
            var sealed = MappedFile.of(name, channel, arena);
            var content = new SealedFile(size, sealed, stored, key);
            var copy = new WorkingCopy(content, defects.toList(), arena, file, key, budget);
            complete = true;
            return copy;
        } finally {
            if (!complete) {
                arena.close();
                key.destroy();
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

    /// Ends the content, wipes the key and removes the file.
    @Override
    public synchronized void close() {
        if (arena.scope().isAlive()) {
            arena.close();
            key.destroy();
            file.remove();
            budget.refund(content.size());
        }
    }
}
