package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.icecore.app.cli.Session.Outcome;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("icecore decode")
class DecodeTest {

    private static final Path THREADS = Session.EVIDENCE.resolve("podman-criu411/after.tar.zst");
    private static final Path COUNTER = Session.EVIDENCE.resolve("podman-counter/after.tar");

    @TempDir private Path folder;

    private Outcome run(Object... arguments) {
        return Session.of(folder)
                .run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static void told(int code, String out, String err, Outcome outcome) {
        assertAll(
                () -> assertEquals(out, outcome.out()),
                () -> assertEquals(err, outcome.err()),
                () -> assertEquals(code, outcome.code()));
    }

    @Nested
    class PrintsAnImage {

        @Test
        void inOneLineAsCritDecode() {
            told(
                    0,
                    """
                    {"magic": "PSTREE", "entries": [{"pid": 1, "ppid": 0, "pgid": 1, "sid": 1, \
                    "threads": [1, 6, 7, 8, 9]}]}
                    """,
                    "",
                    run("decode", THREADS, "checkpoint/pstree.img"));
        }

        @Test
        void indentedAsCritDecodePretty() {
            told(
                    0,
                    """
                    {
                        "magic": "TIMENS",
                        "entries": [
                            {
                                "monotonic": {
                                    "tv_sec": 3746,
                                    "tv_nsec": 116731226
                                },
                                "boottime": {
                                    "tv_sec": 3746,
                                    "tv_nsec": 116731449
                                }
                            }
                        ]
                    }
                    """,
                    "",
                    run("decode", "--pretty", THREADS, "timens-0.img"));
        }

        @Test
        void ofACheckpointInAnArchiveWithin() throws IOException {
            var mailed = folder.resolve("mailed.zip");
            try (var zip = new ZipOutputStream(Files.newOutputStream(mailed))) {
                zip.putNextEntry(new ZipEntry("evidence/after.tar"));
                zip.write(Files.readAllBytes(COUNTER));
            }
            told(
                    0,
                    run("decode", COUNTER, "pstree.img").out(),
                    "",
                    run("decode", mailed, "pstree.img"));
        }

        @Test
        void fieldByFieldWithTheBytesItLiesIn() {
            told(
                    0,
                    """
                    checkpoint/pstree.img+0x0..0x8  0x0..0x8  magic  two u32  PSTREE
                    checkpoint/pstree.img+0x0..0x4  0x0..0x4  magic.common  u32  IMG_COMMON
                    checkpoint/pstree.img+0x4..0x8  0x4..0x8  magic.kind  u32  PSTREE
                    checkpoint/pstree.img+0x8..0x1e  0xc..0x1e  entries[0]  PstreeEntry
                    checkpoint/pstree.img+0x8..0xc  0x8..0xc  entries[0].size  u32  18
                    checkpoint/pstree.img+0xc..0xe  0xd..0xe  entries[0].pid  uint32  1
                    checkpoint/pstree.img+0xe..0x10  0xf..0x10  entries[0].ppid  uint32  0
                    checkpoint/pstree.img+0x10..0x12  0x11..0x12  entries[0].pgid  uint32  1
                    checkpoint/pstree.img+0x12..0x14  0x13..0x14  entries[0].sid  uint32  1
                    checkpoint/pstree.img+0x14..0x16  0x15..0x16  entries[0].threads[0]  uint32  1
                    checkpoint/pstree.img+0x16..0x18  0x17..0x18  entries[0].threads[1]  uint32  6
                    checkpoint/pstree.img+0x18..0x1a  0x19..0x1a  entries[0].threads[2]  uint32  7
                    checkpoint/pstree.img+0x1a..0x1c  0x1b..0x1c  entries[0].threads[3]  uint32  8
                    checkpoint/pstree.img+0x1c..0x1e  0x1d..0x1e  entries[0].threads[4]  uint32  9
                    """,
                    "",
                    run("decode", "--offsets", THREADS, "pstree.img"));
        }
    }

    @Nested
    class OfAFileByItself {

        private Path alone(String name) throws IOException, EvidenceException {
            try (var archive = Archive.open(COUNTER, Progress.unwatched())) {
                var source = archive.open(archive.find("checkpoint/pstree.img").orElseThrow());
                return Files.write(
                        folder.resolve(name), source.bytes(0, Math.toIntExact(source.size())));
            }
        }

        @Test
        void printsTheImageAsFromItsArchive() throws Exception {
            var image = alone("pstree.img");
            told(0, run("decode", COUNTER, "pstree.img").out(), "", run("decode", image));
            told(
                    0,
                    run("decode", "--offsets", COUNTER, "pstree.img")
                            .out()
                            .replace("checkpoint/pstree.img", "renamed"),
                    "",
                    run("decode", "--offsets", alone("renamed")));
        }

        @Test
        void asksForTheMemberOfAnArchive() throws Exception {
            var archive = Files.copy(COUNTER, folder.resolve("after.tar"));
            var question =
                    "icecore: %s is no image of CRIU: name the MEMBER of it to be decoded (icecore decode --help)\n";
            told(2, "", question.formatted("FOLDER/after.tar"), run("decode", archive));
            told(2, "", question.formatted(folder), run("decode", folder));
        }

        @Test
        void saysThatThereIsNone() {
            var nothing = folder.resolve("nothing.img");
            told(
                    3,
                    "",
                    "icecore: nothing.img: there is no file FOLDER/nothing.img\n",
                    run("decode", nothing));
        }

        @Test
        @EnabledOnOs({OS.LINUX, OS.MAC})
        void isNotReadFromADevice() {
            told(
                    3,
                    "",
                    "icecore: zero: neither a file nor a folder: /dev/zero; what a pipe or a device yields has to be saved into a file first\n",
                    run("decode", "/dev/zero"));
        }

        @Test
        void isToldWhereACheckpointIsAskedFor() throws Exception {
            told(
                    3,
                    "",
                    "icecore: pstree.img+0x0..0x40: one image of CRIU (PSTREE), not a checkpoint: open the folder or the archive that it is from; \"icecore decode\" shows it by itself\n",
                    run("show", alone("pstree.img")));
        }
    }

    /// Podman did not empty the folder: tasks 7 and 12 are of an earlier dump.
    @Nested
    class OfARemnantOfAnEarlierDump {

        private static final String TOLD =
                "icecore: checkpoint/%s is a remnant of an earlier dump into the same folder: the process tree lists no"
                        + " process that it is of\n";

        @Test
        void saysSoBesideTheAnswer() {
            var decoded = run("decode", COUNTER, "fs-7.img");
            told(
                    0,
                    """
                    {"magic": "FS", "entries": [{"cwd_id": 10, "root_id": 11, "umask": 18}]}
                    """,
                    TOLD.formatted("fs-7.img"),
                    decoded);
            for (var image : List.of("core-12.img", "pagemap-19.img")) {
                assertEquals(
                        TOLD.formatted(image), run("decode", "--offsets", COUNTER, image).err());
            }
        }

        @Test
        void saysNothingOfAnImageOfATaskThatIsListed() {
            assertEquals("", run("decode", COUNTER, "core-1.img").err());
        }
    }

    @Nested
    class OfADamagedImage {

        /// Magics, `{pid: 7, ppid: 0, pgid: 7, sid: 7}`, field 20 that nobody knows, then an entry of 99 bytes.
        private final byte[] pstree =
                java.util.HexFormat.of()
                        .parseHex(
                                "19435654303027500b000000080710001807200"
                                        + "7a00105"
                                        + "630000000801");

        @Test
        void printsWhatIsThereAndTellsTheRestWithItsPlace() throws IOException {
            Files.write(folder.resolve("pstree.img"), pstree);
            told(
                    1,
                    """
                    {"magic": "PSTREE", "entries": [{"pid": 7, "ppid": 0, "pgid": 7, "sid": 7}]}
                    """,
                    """
                    icecore: pstree.img+0x14..0x17: field #20 (unknown number) is not known to this release \
                    and not shown
                    icecore: pstree.img+0x17..0x1d: entry of 99 bytes, of which 2 are there
                    """,
                    run("decode", folder, "pstree.img"));
        }

        @Test
        void showsUnknownFieldsAmongTheOffsets() throws IOException {
            Files.write(folder.resolve("pstree.img"), pstree);
            var outcome = run("decode", "--offsets", folder, "pstree.img");
            assertEquals(
                    "pstree.img+0x14..0x17  0x16..0x17  entries[0].#20  unknown number  1 byte",
                    outcome.out().lines().toList().getLast());
            assertEquals(
                    """
                    icecore: pstree.img+0x14..0x17: entries[0].#20: unknown number, 1 byte
                    icecore: pstree.img+0x17..0x1d: entry of 99 bytes, of which 2 are there
                    """,
                    outcome.err());
            assertEquals(1, outcome.code());
        }

        @Test
        void knowsItByItsMagicWhateverItsName() throws IOException {
            Files.write(folder.resolve("renamed.bin"), pstree);
            assertEquals(
                    "{\"magic\": \"PSTREE\", ",
                    run("decode", folder, "renamed.bin").out().substring(0, 20));
        }

        @Test
        void printsNothingOfAnImageWithAWrongMagic() throws IOException {
            Files.write(folder.resolve("pstree.img"), new byte[] {1, 2, 3, 4});
            told(
                    1,
                    "",
                    "icecore: pstree.img+0x0..0x4: magic 0x04030201; 0x50273030 of PSTREE was expected\n",
                    run("decode", folder, "pstree.img"));
        }
    }

    @Nested
    class RefusesAMember {

        @Test
        void thatMayLieBehindTheCut() throws IOException {
            var cut =
                    Files.write(
                            folder.resolve("cut.tar"),
                            Arrays.copyOf(Files.readAllBytes(COUNTER), 100_000));
            var outcome = run("decode", cut, "utsns-11.img");
            assertEquals(3, outcome.code());
            assertEquals(
                    "icecore: utsns-11.img is not in FOLDER/cut.tar; it may lie behind the cut, since the archive is truncated",
                    outcome.err().lines().toList().getLast());
        }

        @Test
        void thatIsNotThere() {
            told(
                    2,
                    "",
                    "icecore: pstre.img is not in ../modules/fixtures/evidence/podman-counter/after.tar;"
                            + " did you mean pstree.img?\n",
                    run("decode", COUNTER, "pstre.img"));
        }

        @Test
        void thatIsNoImage() {
            told(
                    2,
                    "",
                    "icecore: spec.dump is no image of CRIU, by its magic or its name\n",
                    run("decode", COUNTER, "spec.dump"));
        }

        @Test
        void whoseShortNameSeveralHave() throws IOException {
            Files.createDirectories(folder.resolve("1"));
            Files.createDirectories(folder.resolve("2"));
            Files.write(folder.resolve("1/pstree.img"), new byte[4]);
            Files.write(folder.resolve("2/pstree.img"), new byte[4]);
            var outcome = run("decode", folder, "pstree.img");
            assertEquals(2, outcome.code());
            assertEquals(
                    "icecore: pstree.img is in "
                            + folder
                            + " more than once: 1/pstree.img, 2/pstree.img\n",
                    outcome.err());
        }
    }
}
