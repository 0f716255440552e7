package org.icecore.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;

/// Writes what a decompressor yields into a file, up to a limit.
record Unpacker(
        ByteSource packed, Decompressor decompressor, FileChannel target, Unpacking unpacking) {

    private static final int CHUNK = 1 << 18;

    /// Unpacks until the end or the break; returns what is wrong.
    List<Defect> run(Progress progress) throws IOException, EvidenceException {
        var defects = new DefectList();
        var chunk = ByteBuffer.allocateDirect(CHUNK);
        long room = Files.getFileStore(unpacking.folder()).getUsableSpace() / 10 * 9;
        long total = 0;
        boolean more = true;
        while (more) {
            try {
                more = fill(chunk, progress);
            } catch (EvidenceException e) {
                if (total + chunk.position() == 0) {
                    throw e;
                }
                defects.add(e.at(), e.defect() + "; the content up to there is shown");
                more = false;
            }
            total += chunk.position();
            checkRoom(total, room);
            write(chunk.flip());
            chunk.clear();
        }
        decompressor.trailer().ifPresent(trailer -> defects.add(trailer.at(), trailer.text()));
        progress.advance(packed.size(), packed.size());
        return defects.toList();
    }

    /// Returns false once the stream has ended.
    private boolean fill(ByteBuffer chunk, Progress progress) throws EvidenceException {
        long reported = -CHUNK;
        while (chunk.hasRemaining()) {
            if (decompressor.position() - reported >= CHUNK) {
                reported = decompressor.position();
                progress.advance(reported, packed.size());
            }
            if (decompressor.read(chunk) < 0) {
                return false;
            }
        }
        return true;
    }

    private void checkRoom(long total, long room) throws EvidenceException {
        var whole = packed.locate(new ByteRange(0, packed.size()));
        if (total > unpacking.limit()) {
            throw new EvidenceException(
                    whole,
                    "%d bytes unpack to more than the %d bytes allowed; raise the limit to open it"
                            .formatted(packed.size(), unpacking.limit()));
        }
        if (total > room) {
            throw new EvidenceException(
                    whole,
                    "unpacks to more than the %d bytes that there is room for in %s"
                            .formatted(room, unpacking.folder()));
        }
    }

    private void write(ByteBuffer chunk) throws IOException {
        while (chunk.hasRemaining()) {
            target.write(chunk);
        }
    }
}
