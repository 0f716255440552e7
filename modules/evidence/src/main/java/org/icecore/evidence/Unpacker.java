package org.icecore.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;

/// Writes what a decompressor yields into a file, up to a limit.
record Unpacker(ByteSource packed, Decompressor decompressor, FileChannel target, Unpacking unpacking) {

    private static final int CHUNK = 1 << 18;

    /// Unpacks until the end or the break; returns what is wrong.
    List<Defect> run(Progress progress) throws IOException, EvidenceException {
        var defects = new DefectList();
        var chunk = ByteBuffer.allocateDirect(CHUNK);
        long free = Files.getFileStore(unpacking.folder()).getUsableSpace() - unpacking.reserve();
        long total = 0;
        boolean more = true;
        while (more) {
            progress.advance(decompressor.position(), packed.size());
            try {
                more = fill(chunk);
            } catch (EvidenceException e) {
                if (total + chunk.position() == 0) {
                    throw e;
                }
                defects.add(e.at(), e.defect() + "; the content up to there is shown");
                more = false;
            }
            total += chunk.position();
            checkRoom(total, free);
            write(chunk.flip());
            chunk.clear();
        }
        decompressor.trailer().ifPresent(trailer -> defects.add(trailer.at(), trailer.text()));
        progress.advance(packed.size(), packed.size());
        return defects.toList();
    }

    private boolean fill(ByteBuffer chunk) throws EvidenceException {
        while (chunk.hasRemaining()) {
            long before = decompressor.position();
            int count = decompressor.read(chunk);
            if (count < 0) {
                return false;
            }
            if (count == 0 && decompressor.position() - before < CHUNK) {
                return true;
            }
        }
        return true;
    }

    private void checkRoom(long total, long free) throws EvidenceException {
        var whole = packed.locate(new ByteRange(0, packed.size()));
        if (total > unpacking.limit()) {
            throw new EvidenceException(whole, "%d bytes unpack to more than the %d bytes allowed; raise the limit to open it"
                    .formatted(packed.size(), unpacking.limit()));
        }
        if (total > free) {
            throw new EvidenceException(whole, "unpacks to more than the %d bytes that may be used in %s"
                    .formatted(Math.max(0, free), unpacking.folder()));
        }
    }

    private void write(ByteBuffer chunk) throws IOException {
        while (chunk.hasRemaining()) {
            target.write(chunk);
        }
    }
}
