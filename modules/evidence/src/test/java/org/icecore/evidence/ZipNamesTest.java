package org.icecore.evidence;

import static org.icecore.evidence.ZipBytes.aZip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Older archivers for Windows wrote `\` between folders.
class ZipNamesTest {

    private static final byte[] ONE = {1};

    @TempDir Path folder;

    private Archive open(ZipBytes zip) throws Exception {
        var file = Files.write(folder.resolve("evidence"), zip.bytes());
        return Archive.open(file, Unpacking.standard().in(folder), Progress.unwatched());
    }

    private static Consumer<ByteBuffer> from(int host) {
        return entry -> entry.put(5, (byte) host);
    }

    private static List<String> names(Archive archive) {
        return archive.members().stream().map(Member::name).toList();
    }

    @Test
    void areReadWithSlashesWhereNoneHasOne() throws Exception {
        var zip =
                aZip().stored("config.dump", ONE)
                        .stored("checkpoint\\", new byte[0])
                        .stored("checkpoint\\core-1.img", ONE);
        try (var archive = open(zip)) {
            assertEquals(
                    List.of("config.dump", "checkpoint/", "checkpoint/core-1.img"), names(archive));
            assertEquals(Member.Type.DIRECTORY, archive.members().get(1).type());
            var source = archive.open(archive.find("checkpoint/core-1.img").orElseThrow());
            assertArrayEquals(ONE, source.bytes(0, 1));
            assertEquals(
                    List.of(
                            "evidence+0xc0..0xf9: names are written with \\ between folders, as older archivers for Windows do, from \"checkpoint\\\" on; read as /"),
                    archive.defects().stream().map(Defect::toString).toList());
            assertEquals(Loss.NONE, Loss.of(archive.defects()));
        }
    }

    @Test
    void areReadWithSlashesWhereTheSystemIsWindows() throws Exception {
        for (int host : new int[] {0, 10, 14}) {
            var zip =
                    aZip().member("a\\b", 0, ONE, ONE, from(host))
                            .member("c/d", 0, ONE, ONE, from(host));
            try (var archive = open(zip)) {
                assertEquals(List.of("a/b", "c/d"), names(archive));
            }
        }
    }

    @Test
    void areLeftWhereABackslashIsALetter() throws Exception {
        var zip =
                aZip().member("units/dev-disk\\x2d.swap", 0, ONE, ONE, from(0))
                        .stored("dev-disk\\x2d.swap", ONE);
        try (var archive = open(zip)) {
            assertEquals(List.of("units/dev-disk\\x2d.swap", "dev-disk\\x2d.swap"), names(archive));
            assertEquals(List.of(), archive.defects());
        }
    }
}
