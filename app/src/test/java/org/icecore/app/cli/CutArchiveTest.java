package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A copy that stopped early is met with that, as soon as what there is of it can tell an archive from something else.
@DisplayName("An archive that was cut near its beginning")
class CutArchiveTest {

    private static final Path COUNTER = Session.EVIDENCE.resolve("podman-counter");

    @TempDir private Path folder;

    private Session.Outcome show(String name, int length) throws IOException {
        var bytes = Files.readAllBytes(COUNTER.resolve(name));
        var file = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
        return Session.of(folder).run("show", file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    after.tar     |    1 | cut+0x0..0x1: not an archive; it begins with 61 (text)
                    after.tar     |   10 | cut+0x0..0xa: not an archive; it begins with 61 72 74 69 66 61 63 74 (text)
                    after.tar     |   11 | cut+0x0..0xb: no whole archive: it begins as a tar archive does, and if it is one, it ends after 11 of the 512 bytes of its first header
                    after.tar     |  100 | cut+0x0..0x64: no whole archive: it begins as a tar archive does, and if it is one, it ends after 100 of the 512 bytes of its first header
                    after.tar     |  108 | cut+0x0..0x6c: the tar archive is truncated: it ends after 108 of the 512 bytes of its first header
                    after.tar     |  300 | cut+0x0..0x12c: the tar archive is truncated: it ends after 300 of the 512 bytes of its first header
                    after.tar     |  511 | cut+0x0..0x1ff: the tar archive is truncated: it ends after 511 of the 512 bytes of its first header
                    after.tar     |  512 | FOLDER/cut+0x0..0x200: not a checkpoint: it has neither an inventory.img nor a pstree.img (members: 1); cut+0x200..0x200: the archive ends without its end mark; it may be truncated
                    after.tar     |  513 | FOLDER/cut+0x0..0x201: not a checkpoint: it has neither an inventory.img nor a pstree.img (members: 1); cut+0x200..0x201: the archive ends in the middle of a header; it is truncated
                    after.tar     | 1024 | FOLDER/cut+0x0..0x400: not a checkpoint: it has neither an inventory.img nor a pstree.img (members: 2); cut+0x200..0x400: content of "devshm-checkpoint.tar" is to end at 0xe00, the archive ends at 0x400; it is truncated
                    after.tar.gz  |    1 | cut+0x0..0x1: not an archive; it begins with 1f (no archive that Icecore knows)
                    after.tar.gz  |    2 | cut+0x0..0x2: no whole archive: it begins as gzip does and ends after 2 bytes; it may be truncated
                    after.tar.gz  |    9 | cut+0x0..0x9: ends in a gzip header; the stream is truncated
                    after.tar.gz  |  100 | cut+0x64..0x64: gzip stream is truncated: it ends after 0x64 bytes without its end mark
                    after.tar.zst |    2 | cut+0x0..0x2: no whole archive: it begins as zstd does and ends after 2 bytes; it may be truncated
                    after.tar.zst |    3 | cut+0x0..0x3: no whole archive: it begins as zstd does and ends after 3 bytes; it may be truncated
                    after.tar.zst |  100 | cut+0x64..0x64: zstd stream is truncated: it ends after 0x64 bytes in the middle of a frame
                    """)
    void isToldToBe(String name, int length, String sentence) throws IOException {
        var outcome = show(name, length);
        assertEquals("icecore: " + sentence + "\n", outcome.err());
        assertEquals("", outcome.out());
        assertEquals(3, outcome.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"after.tar", "after.tar.gz", "after.tar.zst"})
    void isToldToBeTruncatedAtEveryLengthThatCanTell(String name) throws IOException {
        var others = new ArrayList<Integer>();
        var lengths = IntStream.concat(IntStream.range(1, 130), IntStream.of(256, 257, 511, 900));
        for (var length : lengths.toArray()) {
            var outcome = show(name, length);
            assertEquals(3, outcome.code(), () -> outcome.toString());
            assertEquals(1, outcome.messages().size(), () -> outcome.toString());
            if (!outcome.err().contains("truncated") && !outcome.err().contains("it is one")) {
                others.add(length);
            }
        }
        var nameAlone = IntStream.range(1, 11).boxed().toList();
        assertEquals(name.equals("after.tar") ? nameAlone : List.of(1), others);
    }

    @Test
    void countsAsItsSizesWhatOfThemCanBeRead() throws IOException {
        var bytes =
                Files.readAllBytes(Session.EVIDENCE.resolve("incident").resolve("after.tar.gz"));
        var file = Files.write(folder.resolve("cut.tar.gz"), Arrays.copyOf(bytes, 200_000));
        var told = Session.of(folder).run("inspect", "--metadata", file.toString()).out();
        assertEquals(
                List.of(
                        "  sizes        Checkpoint images                     899.3 KiB of 9.3 MiB, the archive is cut",
                        "  sizes        Memory pages                          829.7 KiB of 9.3 MiB, the archive is cut"),
                told.lines().filter(line -> line.endsWith("the archive is cut")).toList(),
                told);
    }

    @Test
    void isNotSeenInAShortTextOrInZeros() throws IOException {
        for (var content : List.of("PK", "BZ", "a short note\n", "\0\0\0\0", "note\0of eight")) {
            var file = Files.writeString(folder.resolve("note"), content);
            var outcome = Session.of(folder).run("show", file.toString());
            assertTrue(outcome.err().contains("not an archive; it begins with"), outcome.err());
        }
    }
}
