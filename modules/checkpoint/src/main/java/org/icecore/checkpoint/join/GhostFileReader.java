package org.icecore.checkpoint.join;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.Payload;
import org.icecore.criu.proto.GhostFileEntry;
import org.icecore.criu.proto.Timeval;
import org.icecore.evidence.Amount;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Member;

/// Reads the unlinked files whose content CRIU keeps.
record GhostFileReader(ImageSet images, Consumer<Defect> defects) {

    private static final long MICROS_PER_SECOND = 1_000_000;

    List<GhostFile> read() {
        return images.names().stream()
                .filter(name -> name.kind() == ImageKind.GHOST_FILE)
                .flatMap(
                        name ->
                                images.read(name).stream()
                                        .flatMap(
                                                image ->
                                                        image.entries().stream()
                                                                .filter(
                                                                        entry ->
                                                                                entry.message()
                                                                                        instanceof
                                                                                        GhostFileEntry)
                                                                .limit(1)
                                                                .map(
                                                                        entry ->
                                                                                ghost(
                                                                                        name, image,
                                                                                        entry))))
                .sorted(Comparator.comparingLong(GhostFile::id))
                .toList();
    }

    private GhostFile ghost(ImageName name, ImageFile image, ImageEntry entry) {
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
                lostFrom(ghost, image, entry, chunks),
                ghost.hasRdev() ? Optional.of(device(ghost.getRdev())) : Optional.empty(),
                ghost.hasSymlnkTarget()
                        ? Optional.of(EvidenceText.of(ghost.getSymlnkTargetBytes()))
                        : Optional.empty(),
                entry.at());
    }

    /// In the encoding of the C library, `gnu_dev_major` and `gnu_dev_minor` in `sys/sysmacros.h`.
    private static Member.Device device(int number) {
        return new Member.Device(number >>> 8 & 0xfff, number & 0xff | number >>> 12 & 0xfff00);
    }

    private OptionalLong lostFrom(
            GhostFileEntry ghost, ImageFile image, ImageEntry entry, List<GhostFile.Chunk> chunks) {
        var end = end(chunks);
        if (!ghost.getChunks() && ghost.hasSize() && end < ghost.getSize()) {
            defects.accept(
                    new Defect(
                            entry.at(),
                            "a file of %d bytes, of which %s there"
                                    .formatted(ghost.getSize(), Amount.are(end))));
            return OptionalLong.of(end);
        }
        if (ghost.getChunks()) {
            tellDoubtful(ghost, entry, chunks);
        }
        return image.defects().isEmpty() ? OptionalLong.empty() : OptionalLong.of(end);
    }

    /// CRIU goes through a file from its start to its end.
    private void tellDoubtful(
            GhostFileEntry ghost, ImageEntry entry, List<GhostFile.Chunk> chunks) {
        long end = 0;
        for (var chunk : chunks) {
            boolean beyond =
                    chunk.offset() < 0
                            || ghost.hasSize()
                                    && chunk.offset() > ghost.getSize() - chunk.payload().length();
            if (beyond || chunk.offset() < end) {
                defects.accept(
                        new Defect(
                                entry.at(),
                                "bytes for offset 0x%x, %s; they are left out"
                                        .formatted(
                                                chunk.offset(),
                                                beyond
                                                        ? "beyond the %d bytes of the file"
                                                                .formatted(ghost.getSize())
                                                        : "where there are others already")));
                return;
            }
            end = chunk.offset() + chunk.payload().length();
        }
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
