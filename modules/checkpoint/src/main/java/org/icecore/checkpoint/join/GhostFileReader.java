package org.icecore.checkpoint.join;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.Payload;
import org.icecore.criu.proto.GhostFileEntry;
import org.icecore.criu.proto.Timeval;

/// Reads the unlinked files whose content CRIU keeps.
record GhostFileReader(ImageSet images) {

    private static final long MICROS_PER_SECOND = 1_000_000;

    List<GhostFile> read() {
        return images.names().stream()
                .filter(name -> name.kind() == ImageKind.GHOST_FILE)
                .flatMap(
                        name ->
                                images.read(name).stream()
                                        .flatMap(image -> image.entries().stream())
                                        .filter(entry -> entry.message() instanceof GhostFileEntry)
                                        .limit(1)
                                        .map(entry -> ghost(name, entry)))
                .sorted(Comparator.comparingLong(GhostFile::id))
                .toList();
    }

    private static GhostFile ghost(ImageName name, ImageEntry entry) {
        var ghost = (GhostFileEntry) entry.message();
        var chunks = chunks(entry.payload());
        return new GhostFile(
                name.id().orElse(0),
                Integer.toUnsignedLong(ghost.getUid()),
                Integer.toUnsignedLong(ghost.getGid()),
                ghost.getMode(),
                ghost.hasSize() ? ghost.getSize() : end(chunks),
                ghost.hasAtim() ? moment(ghost.getAtim()) : Optional.empty(),
                ghost.hasMtim() ? moment(ghost.getMtim()) : Optional.empty(),
                chunks,
                ghost.hasSymlnkTarget()
                        ? Optional.of(EvidenceText.of(ghost.getSymlnkTargetBytes()))
                        : Optional.empty(),
                entry.at());
    }

    private static Optional<Instant> moment(Timeval time) {
        var micros = time.getTvUsec();
        if (micros < 0
                || micros >= MICROS_PER_SECOND
                || time.getTvSec() > Instant.MAX.getEpochSecond()
                || time.getTvSec() < Instant.MIN.getEpochSecond()) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(time.getTvSec(), micros * 1000));
    }

    /// Hostile offsets end at the largest size.
    private static long end(List<GhostFile.Chunk> chunks) {
        return chunks.stream()
                .mapToLong(
                        chunk ->
                                chunk.offset() < 0
                                                || chunk.offset()
                                                        > Long.MAX_VALUE - chunk.payload().length()
                                        ? Long.MAX_VALUE
                                        : chunk.offset() + chunk.payload().length())
                .max()
                .orElse(0);
    }

    private static List<GhostFile.Chunk> chunks(Payload payload) {
        return switch (payload) {
            case Payload.Bytes(var range) -> List.of(new GhostFile.Chunk(0, range));
            case Payload.Chunks(var chunks) ->
                    chunks.stream()
                            .map(chunk -> new GhostFile.Chunk(chunk.offset(), chunk.content()))
                            .sorted((a, b) -> Long.compareUnsigned(a.offset(), b.offset()))
                            .toList();
            case Payload.Empty _,
                    Payload.TcpQueues _,
                    Payload.Messages _,
                    Payload.Semaphores _,
                    Payload.BpfMap _ ->
                    List.of();
        };
    }
}
