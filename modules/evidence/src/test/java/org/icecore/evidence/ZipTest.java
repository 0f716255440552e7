package org.icecore.evidence;

import static org.icecore.evidence.ZipBytes.aZip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTest {

    private static final byte[] TEXT =
            "text of a member, text of a member".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    private Unpacking unpacking() {
        return Unpacking.standard().in(folder);
    }

    private Archive open(byte[] zip) throws IOException, EvidenceException {
        return open(zip, unpacking());
    }

    private Archive open(byte[] zip, Unpacking unpacking) throws IOException, EvidenceException {
        var file = Files.write(folder.resolve("evidence"), zip);
        return Archive.open(file, unpacking, Progress.unwatched());
    }

    private static byte[] content(Archive archive, String name) throws EvidenceException {
        var source = archive.open(archive.find(name).orElseThrow());
        return source.bytes(0, (int) source.size());
    }

    private static String refusal(Archive archive, String name) {
        return assertThrows(EvidenceException.class, () -> content(archive, name)).getMessage();
    }

    private static List<String> defects(Archive archive) {
        return archive.defects().stream().map(Defect::toString).toList();
    }

    @Test
    void readsStoredAndDeflatedMembers() throws Exception {
        var random = new byte[300_000];
        new Random(7).nextBytes(random);
        var zip =
                aZip().stored("a/stored", TEXT)
                        .deflated("b", random)
                        .deflated("empty", new byte[0])
                        .stored("c/", new byte[0])
                        .deflated("d", TEXT)
                        .bytes();
        try (var archive = open(zip)) {
            assertEquals(Archive.Packing.ZIP, archive.packing());
            assertEquals(
                    List.of("a/stored", "b", "empty", "c/", "d"),
                    archive.members().stream().map(Member::name).toList());
            assertArrayEquals(TEXT, content(archive, "a/stored"));
            assertArrayEquals(random, content(archive, "b"));
            assertArrayEquals(new byte[0], content(archive, "empty"));
            assertArrayEquals(TEXT, content(archive, "d"));
            assertEquals(Member.Type.DIRECTORY, archive.find("c").orElseThrow().type());
            var d = archive.find("d").orElseThrow();
            assertEquals(0644, d.mode());
            assertEquals(Instant.parse("2026-11-22T12:30:04Z"), d.modified());
            assertEquals("d+0x1..0x2", archive.open(d).locate(new ByteRange(1, 2)).toString());
            assertEquals(List.of(), defects(archive));
        }
        assertEquals(List.of("evidence"), Arrays.asList(folder.toFile().list()));
    }

    @Test
    void readsWhatAnotherArchiverWrites() throws Exception {
        for (var mode : List.of(Zip64Mode.Always, Zip64Mode.Never)) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipArchiveOutputStream(bytes)) {
                zip.setUseZip64(mode);
                zip.setComment("a comment");
                var entry = new ZipArchiveEntry("läuft.txt");
                entry.setUnixMode(0100600);
                zip.putArchiveEntry(entry);
                zip.write(TEXT);
                zip.closeArchiveEntry();
                var link = new ZipArchiveEntry("link");
                link.setUnixMode(0120777);
                zip.putArchiveEntry(link);
                zip.write("läuft.txt".getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
            try (var archive = open(bytes.toByteArray())) {
                assertArrayEquals(TEXT, content(archive, "läuft.txt"));
                var link = archive.find("link").orElseThrow();
                assertEquals(Member.Type.SYMBOLIC_LINK, link.type());
                assertEquals("läuft.txt", link.linkTarget());
                assertEquals(
                        "evidence+0x%x..0x%x: \"link\" is not a file and has no content"
                                .formatted(link.header().start(), link.header().end()),
                        refusal(archive, "link"));
                assertEquals(List.of(), defects(archive));
            }
        }
    }

    @Nested
    class Hostile {

        @Test
        void namesAreListedAndNoted() throws Exception {
            var zip =
                    aZip().stored("../../etc/passwd", TEXT)
                            .stored("/etc/shadow", TEXT)
                            .stored("same", "1".getBytes())
                            .stored("same", "2".getBytes())
                            .stored("Same", "3".getBytes())
                            .bytes();
            try (var archive = open(zip)) {
                assertEquals(5, archive.members().size());
                assertArrayEquals("2".getBytes(), content(archive, "same"));
                assertArrayEquals("3".getBytes(), content(archive, "Same"));
                var earlier = archive.open(archive.members().get(2));
                assertArrayEquals("1".getBytes(), earlier.bytes(0, 1));
                assertTrue(earlier.locate(new ByteRange(0, 1)).member().contains("earlier copy"));
                assertEquals(
                        List.of(
                                "name steps up by ..: \"../../etc/passwd\"",
                                "absolute name \"/etc/shadow\"",
                                "a second member named \"same\"; the first is at evidence+0x17b..0x1ad"),
                        archive.defects().stream().map(Defect::text).toList());
            }
        }

        @Test
        void encryptedMembersSaySo() throws Exception {
            var zip =
                    aZip().member(
                                    "secret",
                                    8,
                                    TEXT,
                                    TEXT,
                                    e -> e.putShort(ZipBytes.FLAGS, (short) 1))
                            .stored("open", TEXT)
                            .bytes();
            try (var archive = open(zip)) {
                assertTrue(
                        refusal(archive, "secret")
                                .endsWith(
                                        "\"secret\" is encrypted with a password; unpack the zip archive with it first"));
                assertArrayEquals(TEXT, content(archive, "open"));
            }
        }

        @Test
        void unknownMethodsSaySo() throws Exception {
            try (var archive = open(aZip().member("x", 99, TEXT, TEXT, _ -> {}).bytes())) {
                assertTrue(
                        refusal(archive, "x")
                                .contains(
                                        "is packed by method 99 (AES encryption), which Icecore does not unpack"));
            }
        }

        @Test
        void bombsStopAtTheLimit() throws Exception {
            var zip = aZip().deflated("bomb", new byte[10_000_000]).bytes();
            var e =
                    assertThrows(
                            EvidenceException.class,
                            () -> open(zip, unpacking().withLimit(1_000_000)));
            assertEquals(
                    "%d bytes unpack to more than the 1000000 bytes allowed; raise the limit to open it"
                            .formatted(ZipBytes.deflate(new byte[10_000_000]).length),
                    e.defect());
            assertEquals(List.of("evidence"), Arrays.asList(folder.toFile().list()));
        }

        @Test
        void bombsOfOverlappingMembersAreReadOnce() throws Exception {
            var content = new byte[1_000_000];
            var zip = aZip().deflated("kernel", content);
            for (int i = 0; i < 1000; i++) {
                zip.member("again" + i, 8, content, new byte[0], entry -> overlap(entry, content));
            }
            try (var archive = open(zip.bytes(), unpacking().withLimit(2_000_000))) {
                assertEquals(1001, archive.members().size());
                assertArrayEquals(content, content(archive, "kernel"));
                assertTrue(
                        refusal(archive, "again7")
                                .endsWith("lies in the content of another member; not read"));
                assertTrue(
                        defects(archive).stream()
                                .anyMatch(
                                        defect ->
                                                defect.endsWith(
                                                        "lies in the content of another member; not read")));
            }
        }

        private static void overlap(ByteBuffer entry, byte[] content) {
            entry.putInt(ZipBytes.PACKED, ZipBytes.deflate(content).length)
                    .putInt(ZipBytes.LOCAL, 0);
        }

        private static void beyond(ByteBuffer record, int packed) {
            record.putInt(packed, 1 << 30).putInt(packed + 4, 1 << 30);
        }

        @Test
        void sizesThatLieAreFound() throws Exception {
            var packed = ZipBytes.deflate(new byte[900_000]);
            var zip =
                    aZip().member("beyond", 0, TEXT, TEXT, e -> beyond(e, ZipBytes.PACKED))
                            .member("more", 8, new byte[100], packed, _ -> {})
                            .member("less", 8, new byte[1_000_000], packed, _ -> {})
                            .member("odd", 0, new byte[7], TEXT, _ -> {})
                            .bytes();
            beyond(ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN), 18);
            try (var archive = open(zip)) {
                assertArrayEquals(new byte[100], content(archive, "more"));
                assertEquals(900_000, content(archive, "less").length);
                assertTrue(
                        refusal(archive, "beyond")
                                .contains(
                                        "\"beyond\" is to have 1073741824 bytes at 0x24, which reach beyond"));
                assertTrue(
                        refusal(archive, "odd")
                                .endsWith(
                                        "\"odd\" is stored, and to have 7 bytes in 34, which cannot be; not read"));
                var text = String.join("\n", defects(archive));
                assertTrue(
                        text.contains("\"more\" is to have 100 bytes and unpacks to more"), text);
                assertTrue(
                        text.contains("\"less\" is to have 1000000 bytes and unpacks to 900000"),
                        text);
            }
        }

        @Test
        void brokenContentIsShownUpToTheBreak() throws Exception {
            var packed = ZipBytes.deflate(TEXT);
            var zip =
                    aZip().member("cut", 8, TEXT, Arrays.copyOf(packed, 10), _ -> {})
                            .deflated("whole", TEXT)
                            .bytes();
            try (var archive = open(zip)) {
                assertArrayEquals(TEXT, content(archive, "whole"));
                assertTrue(content(archive, "cut").length < TEXT.length);
                assertTrue(
                        defects(archive)
                                .getFirst()
                                .contains("deflated content ends without its end mark"));
            }
        }

        @Test
        void cutsAndFlipsNeverCrash() throws Exception {
            var whole = aZip().stored("a", TEXT).deflated("b", TEXT).deflated("c", TEXT).bytes();
            assertTimeout(
                    Duration.ofSeconds(120),
                    () -> {
                        for (int length = 4; length < whole.length; length += 13) {
                            var cut = Arrays.copyOf(whole, length);
                            try (var archive = open(cut)) {
                                assertEquals(Loss.CUT, Loss.of(archive.defects()));
                                archive.members().forEach(member -> tryToRead(archive, member));
                            } catch (EvidenceException e) {
                                assertTrue(e.defect().contains("truncated"), e.getMessage());
                            }
                        }
                        var random = new Random(8);
                        for (int round = 0; round < 300; round++) {
                            var broken = whole.clone();
                            broken[4 + random.nextInt(broken.length - 4)] ^=
                                    (byte) (1 << random.nextInt(8));
                            try (var archive = open(broken)) {
                                for (var member : archive.members()) {
                                    tryToRead(archive, member);
                                }
                            } catch (EvidenceException e) {
                                assertTrue(e.at().member().startsWith("evidence"), e.getMessage());
                            }
                        }
                    });
        }

        private static void tryToRead(Archive archive, Member member) {
            try {
                var source = archive.open(member);
                source.bytes(0, (int) Math.min(1 << 20, source.size()));
            } catch (EvidenceException e) {
                assertTrue(e.at().range().length() >= 0);
            }
        }
    }
}
