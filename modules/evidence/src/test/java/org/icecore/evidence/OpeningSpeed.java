package org.icecore.evidence;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// Measures opening and reading an archive; a program of its own, to be timed beside `gzip -dc` or `zstd -dc`.
///
/// Opening includes the digest of the file and, where it is compressed, the working copy.
final class OpeningSpeed {

    private static final int CHUNK = 1 << 20;

    private OpeningSpeed() {}

    /// @param arguments the archive; with `read` behind it, all its content is read three times
    public static void main(String[] arguments) throws EvidenceException {
        var start = System.nanoTime();
        try (var archive = Archive.open(Path.of(arguments[0]), Progress.unwatched())) {
            var digest = archive.sha256(Progress.unwatched());
            report("opened, %d members, %s".formatted(archive.members().size(), digest), start);
            for (int round = 0; round < 3 && arguments.length > 1; round++) {
                var begin = System.nanoTime();
                report("read %d bytes".formatted(read(archive)), begin);
            }
        }
    }

    private static long read(Archive archive) throws EvidenceException {
        var chunk = MemorySegment.ofArray(new byte[CHUNK]);
        long total = 0;
        for (var member : archive.members()) {
            if (member.type() == Member.Type.FILE) {
                var content = archive.open(member);
                for (long at = 0; at < content.size(); at += CHUNK) {
                    long length = Math.min(CHUNK, content.size() - at);
                    content.read(at, chunk.asSlice(0, length));
                    total += length;
                }
            }
        }
        return total;
    }

    private static void report(String what, long start) {
        System.out.printf("%s: %.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
