package org.icecore.evidence;

import static org.icecore.evidence.TarBytes.aTar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir Path folder;

    private final TarBytes tar = aTar().file("a", "first").file("b", "second").end();

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("evidence"), content);
    }

    private String failure(Path path) {
        var e =
                assertThrows(
                        EvidenceException.class, () -> Archive.open(path, Progress.unwatched()));
        return e.getMessage().replace(folder.toString(), "FOLDER");
    }

    private String failure(byte[] content) throws IOException {
        return failure(file(content));
    }

    private static String text(Archive archive, String name) throws EvidenceException {
        var source = archive.open(archive.find(name).orElseThrow());
        return new String(source.bytes(0, (int) source.size()));
    }

    private Archive open(byte[] content) throws IOException, EvidenceException {
        return Archive.open(file(content), Progress.unwatched());
    }

    @Nested
    class IsRecognisedByItsContent {

        private void assertOpens(Archive.Packing packing, byte[] content) throws Exception {
            try (var archive = open(content)) {
                assertEquals(packing, archive.packing());
                assertEquals(content.length, archive.size());
                assertEquals(List.of(), archive.defects());
                assertEquals("second", text(archive, "b"));
                assertEquals(
                        Digest.of(ByteSource.of("", content), Progress.unwatched()),
                        archive.sha256(Progress.unwatched()));
            }
        }

        @Test
        void asTar() throws Exception {
            assertOpens(Archive.Packing.TAR, tar.bytes());
        }

        @Test
        void asGzip() throws Exception {
            assertOpens(Archive.Packing.TAR_GZIP, CompressionTest.gzip(tar.bytes()));
        }

        @Test
        void asZstd() throws Exception {
            assertOpens(Archive.Packing.TAR_ZSTD, Zstd.compress(tar.bytes()));
        }

        @Test
        void asTarOfTheOldestKind() throws Exception {
            assertOpens(
                    Archive.Packing.TAR,
                    aTar().header("b", '\0', 6, block -> Arrays.fill(block, 257, 265, (byte) 0))
                            .raw("second".getBytes())
                            .pad()
                            .end()
                            .bytes());
        }

        @Test
        void asXz() throws Exception {
            assertOpens(Archive.Packing.TAR_XZ, StreamCompressionTest.xz(tar.bytes()));
        }

        @Test
        void asBzip2() throws Exception {
            assertOpens(Archive.Packing.TAR_BZIP2, StreamCompressionTest.bzip2(tar.bytes()));
        }

        @Test
        void asAnEmptyTar() throws Exception {
            try (var archive = open(new byte[10240])) {
                assertEquals(List.of(), archive.members());
                assertEquals(List.of(), archive.defects());
            }
        }
    }

    @Nested
    class IsRefused {

        @Test
        void whenThereIsNone() {
            assertEquals(
                    "nothing: there is no file FOLDER/nothing", failure(folder.resolve("nothing")));
        }

        @Test
        void whenItIsEmpty() throws Exception {
            assertEquals("evidence: the file is empty", failure(new byte[0]));
        }

        @Test
        void whenItIsSomethingElse() throws Exception {
            assertEquals(
                    "evidence+0x0..0x9: not an archive; it begins with 23 21 2f 62 69 6e 2f 73 (text)",
                    failure("#!/bin/sh".getBytes()));
            assertEquals(
                    "evidence+0x0..0x200: not an archive; it begins with 04 22 4d 18 00 00 00 00 (lz4)",
                    failure(Arrays.copyOf(new byte[] {4, 0x22, 'M', 0x18}, 600)));
        }

        @Test
        void whenItIsCompressedSomethingElse() throws Exception {
            assertEquals(
                    "evidence+0x0..0x1a: compressed, but holds no tar archive; it begins with 74 65 78 74 2e 0a (text)",
                    failure(CompressionTest.gzip("text.\n".getBytes())));
            var twice = CompressionTest.gzip(Zstd.compress(tar.bytes()));
            assertTrue(failure(twice).endsWith("(zstd)"), () -> "no zstd within");
        }

        @Test
        void whenItMayNotBeRead() throws Exception {
            var file = file(tar.bytes());
            assumeFalse(runsAsRoot(file), "root may read everything");
            assertEquals("evidence: may not be read by this user: FOLDER/evidence", failure(file));
        }

        @Test
        void whenItIsAFolderThatMayNotBeListed() throws Exception {
            var sealed = Files.createDirectory(folder.resolve("sealed"));
            assumeFalse(runsAsRoot(sealed), "root may list everything");
            assertEquals(
                    "sealed: folder may not be listed by this user: FOLDER/sealed",
                    failure(sealed));
        }

        /// Takes all permissions away and looks whether that means anything to the user of this process.
        private static boolean runsAsRoot(Path path) throws IOException {
            Files.setPosixFilePermissions(path, java.util.Set.of());
            return Files.isReadable(path);
        }

        @Test
        void whenItIsCutBeforeTheFirstHeader() throws Exception {
            assertEquals(
                    "evidence+0xf..0xf: gzip stream is truncated: it ends after 0xf bytes without its end mark",
                    failure(Arrays.copyOf(CompressionTest.gzip(tar.bytes()), 15)));
            assertEquals(
                    "evidence+0x0..0x64: no whole archive: it begins as a tar archive does, and if it is one, it ends"
                            + " after 100 of the 512 bytes of its first header",
                    failure(tar.first(100)));
        }
    }

    @Nested
    class Damage {

        /// So large and so random that a part of the stream is a part of the content.
        private final byte[] large = large();

        private static byte[] large() {
            var content = new byte[400_000];
            new java.util.Random(1).nextBytes(content);
            return aTar().file("a", "first")
                    .file("large", content)
                    .file("b", "second")
                    .end()
                    .bytes();
        }

        private String defects(byte[] content) throws Exception {
            try (var archive = open(content)) {
                assertEquals("first", text(archive, "a"));
                var large = archive.find("large").orElseThrow();
                assertThrows(EvidenceException.class, () -> archive.open(large));
                assertTrue(archive.find("b").isEmpty());
                return String.join("\n", archive.defects().stream().map(Defect::toString).toList());
            }
        }

        @Test
        void inATruncatedGzipLeavesTheMembersBefore() throws Exception {
            var defects =
                    defects(Arrays.copyOf(CompressionTest.gzip(large), 200_000)).lines().toList();
            assertEquals(
                    "evidence+0x30d40..0x30d40: gzip stream is truncated: it ends after 0x30d40 bytes without its end mark"
                            + "; the content up to there is shown",
                    defects.get(0));
            assertTrue(defects.get(1).startsWith("evidence (unpacked)+0x400..0x"));
            assertTrue(defects.get(1).endsWith("; it is truncated"));
        }

        @Test
        void inATruncatedZstdLeavesTheMembersBefore() throws Exception {
            assertTrue(
                    defects(Arrays.copyOf(Zstd.compress(large), 200_000))
                            .startsWith("evidence+0x30d40..0x30d40: zstd stream is truncated: "));
        }

        @Test
        void behindTheStreamIsReported() throws Exception {
            for (var packed :
                    List.of(CompressionTest.gzip(tar.bytes()), Zstd.compress(tar.bytes()))) {
                try (var archive = open(CompressionTest.join(packed, "garbage".getBytes()))) {
                    assertEquals("second", text(archive, "b"));
                    assertEquals(
                            "evidence+0x%x..0x%x: 7 bytes behind the end of the compressed stream, not unpacked"
                                    .formatted(packed.length, packed.length + 7),
                            archive.defects().getFirst().toString());
                }
            }
        }
    }

    @Nested
    class AMember {

        @Test
        void isLocatedByItsNameAndTheOffsetInIt() throws Exception {
            for (var packed : List.of(tar.bytes(), CompressionTest.gzip(tar.bytes()))) {
                try (var archive = open(packed)) {
                    var source = archive.open(archive.find("b").orElseThrow());
                    assertEquals("b+0x2..0x4", source.locate(new ByteRange(2, 4)).toString());
                    var e = assertThrows(EvidenceException.class, () -> source.bytes(5, 2));
                    assertEquals(
                            "b+0x5..0x6: ends after 0x6 bytes; 2 bytes at 0x5 were asked for",
                            e.getMessage());
                }
            }
        }

        @Test
        void thatALaterOneReplacesIsToldApart() throws Exception {
            try (var archive = open(aTar().file("a", "old").file("a", "new").end().bytes())) {
                var old = archive.open(archive.members().getFirst());
                assertEquals("old", new String(old.bytes(0, 3)));
                assertEquals(
                        "a (earlier copy, headers at 0x0)+0x0..0x3",
                        old.locate(new ByteRange(0, 3)).toString());
                assertEquals("new", text(archive, "a"));
            }
        }

        @Test
        void ofAClosedArchiveCannotBeRead() throws Exception {
            var archive = open(tar.bytes());
            var source = archive.open(archive.members().getFirst());
            archive.close();
            archive.close();
            var e = assertThrows(EvidenceException.class, () -> source.bytes(0, 1));
            assertEquals("cannot be read, the archive is closed", e.defect());
        }
    }

    @Nested
    class Opening {

        @Test
        void countsTheBytesOfTheFile() throws Exception {
            for (var packed :
                    List.of(
                            tar.bytes(),
                            CompressionTest.gzip(tar.bytes()),
                            Zstd.compress(tar.bytes()))) {
                var seen = new ArrayList<Long>();
                Archive.open(
                                file(packed),
                                (done, total) -> {
                                    seen.add(done);
                                    assertEquals(packed.length, total);
                                })
                        .close();
                assertEquals(seen.stream().sorted().toList(), seen);
                assertEquals(0, seen.getFirst());
                assertEquals(packed.length, seen.getLast());
            }
        }

        @Test
        void canBeCancelled() throws Exception {
            for (var packed :
                    List.of(
                            tar.bytes(),
                            CompressionTest.gzip(tar.bytes()),
                            Zstd.compress(tar.bytes()))) {
                var file = file(packed);
                assertThrows(
                        CancellationException.class,
                        () ->
                                Archive.open(
                                        file,
                                        (_, _) -> {
                                            throw new CancellationException();
                                        }));
            }
        }
    }

    @Nested
    class TheFile {

        @Test
        void isReadThoughItMayNotBeWritten() throws Exception {
            var file = file(tar.bytes());
            assertTrue(file.toFile().setReadOnly());
            var before = Files.getLastModifiedTime(file);
            try (var archive = Archive.open(file, Progress.unwatched())) {
                assertEquals("second", text(archive, "b"));
            }
            assertEquals(before, Files.getLastModifiedTime(file));
        }

        @Test
        void thatIsCutWhileItIsOpenFailsInTheReading() throws Exception {
            var content = new byte[1 << 20];
            var file = file(aTar().file("large", content).end().bytes());
            try (var archive = Archive.open(file, Progress.unwatched())) {
                var source = archive.open(archive.members().getFirst());
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(4096);
                }
                // Often enough to be compiled, since compiled code reports the fault later than
                // interpreted code does.
                for (int i = 0; i < 20_000; i++) {
                    int length = 1 + i % 3 * 500;
                    var e =
                            assertThrows(
                                    EvidenceException.class, () -> source.bytes(500_000, length));
                    assertTrue(e.defect().startsWith("can no longer be read"), e.defect());
                }
                assertEquals(0, source.bytes(0, 1)[0]);
                assertThrows(EvidenceException.class, () -> archive.sha256(Progress.unwatched()));
            }
        }
    }

    @Nested
    class OneThatIsAFolder {

        private Archive open() throws Exception {
            Files.createDirectories(folder.resolve("root/b"));
            Files.writeString(folder.resolve("outside"), "secret");
            Files.writeString(folder.resolve("root/c.img"), "content");
            Files.writeString(folder.resolve("root/b/a.img"), "");
            Files.createSymbolicLink(folder.resolve("root/parent"), Path.of("../outside"));
            Files.createSymbolicLink(folder.resolve("root/loop"), Path.of("."));
            return Archive.open(folder.resolve("root"), Progress.unwatched());
        }

        @Test
        void listsItsFilesByName() throws Exception {
            try (var archive = open()) {
                assertEquals(
                        List.of(
                                "b DIRECTORY 0 ",
                                "b/a.img FILE 0 ",
                                "c.img FILE 7 ",
                                "loop SYMBOLIC_LINK 0 .",
                                "parent SYMBOLIC_LINK 0 ../outside"),
                        archive.members().stream()
                                .map(
                                        m ->
                                                m.name()
                                                        + " "
                                                        + m.type()
                                                        + " "
                                                        + m.size()
                                                        + " "
                                                        + m.linkTarget())
                                .toList());
                assertEquals(Archive.Packing.DIRECTORY, archive.packing());
                assertEquals(7, archive.size());
                assertEquals(List.of(), archive.defects());
                assertEquals("content", text(archive, "c.img"));
                assertEquals("", text(archive, "b/a.img"));
                assertEquals(
                        "c.img+0x0..0x7",
                        archive.open(archive.find("c.img").orElseThrow())
                                .locate(new ByteRange(0, 7))
                                .toString());
                assertThrows(EvidenceException.class, () -> archive.sha256(Progress.unwatched()));
            }
        }

        @Test
        void followsNoLink() throws Exception {
            try (var archive = open()) {
                var link = archive.find("parent").orElseThrow();
                assertThrows(EvidenceException.class, () -> archive.open(link));
            }
        }

        @Test
        void opensNothingThatBecameALink() throws Exception {
            try (var archive = open()) {
                Files.delete(folder.resolve("root/c.img"));
                Files.createSymbolicLink(folder.resolve("root/c.img"), Path.of("../outside"));
                var member = archive.find("c.img").orElseThrow();
                var e = assertThrows(EvidenceException.class, () -> archive.open(member));
                assertEquals("c.img: is no longer the file that was listed", e.getMessage());
            }
        }

        @Test
        void opensNothingByAMadeUpMember() throws Exception {
            try (var archive = open()) {
                var m = archive.find("c.img").orElseThrow();
                var made =
                        new Member(
                                "../outside",
                                "",
                                6,
                                new Member.Attributes(m.type(), 0, 0, 0, m.modified()),
                                m.header(),
                                new ByteRange(0, 6));
                assertThrows(EvidenceException.class, () -> archive.open(made));
            }
        }

        @Test
        void mayBeEmpty() throws Exception {
            try (var archive =
                    Archive.open(
                            Files.createDirectory(folder.resolve("empty")), Progress.unwatched())) {
                assertEquals(List.of(), archive.members());
                assertFalse(archive.find("").isPresent());
            }
        }
    }
}
