package org.icecore.evidence;

import static org.icecore.evidence.ZipBytes.aZip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A zip archive that is cut has lost the list of its members, and holds most of them all the same.
class ZipWithoutListTest {

    private static final byte[] TEXT =
            "text of a member, text of a member".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    private Archive open(byte[] zip) throws IOException, EvidenceException {
        var file = Files.write(folder.resolve("evidence"), zip);
        return Archive.open(file, Unpacking.standard().in(folder), Progress.unwatched());
    }

    private static byte[] content(Archive archive, String name) throws EvidenceException {
        var source = archive.open(archive.find(name).orElseThrow());
        return source.bytes(0, (int) source.size());
    }

    private static List<String> names(Archive archive) {
        return archive.members().stream().map(Member::name).toList();
    }

    private static List<String> defects(Archive archive) {
        return archive.defects().stream().map(Defect::toString).toList();
    }

    private static byte[] streamed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : List.of("folder/", "folder/a", "folder/b")) {
                zip.putNextEntry(new java.util.zip.ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : TEXT);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] without(byte[] zip, int signature) {
        for (int at = 0; at < zip.length - 4; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == signature) {
                return Arrays.copyOf(zip, at);
            }
        }
        throw new IllegalArgumentException("no such record");
    }

    @Test
    void isReadByTheHeadersInFrontOfTheContents() throws Exception {
        var zip = aZip().stored("a", TEXT).deflated("b", TEXT).stored("c/d", TEXT).bytes();
        try (var archive = open(without(zip, 1))) {
            assertEquals(List.of("a", "b", "c/d"), names(archive));
            for (var name : names(archive)) {
                assertArrayEquals(TEXT, content(archive, name));
            }
            assertEquals(
                    List.of(
                            "evidence+0xba..0xba: the zip archive has no list of members at its end; it is truncated; 3 members listed by the headers in front of their contents"),
                    defects(archive));
            assertEquals(Loss.CUT, Loss.of(archive.defects()));
        }
    }

    @Test
    void showsTheLastMemberUpToTheCut() throws Exception {
        var random = new byte[5000];
        new java.util.Random(3).nextBytes(random);
        for (boolean stored : new boolean[] {true, false}) {
            var zip =
                    stored
                            ? aZip().stored("a", TEXT).stored("last", random)
                            : aZip().stored("a", TEXT).deflated("last", random);
            try (var archive = open(Arrays.copyOf(zip.bytes(), 3000))) {
                assertEquals(List.of("a", "last"), names(archive));
                var part = content(archive, "last");
                assertTrue(part.length > 2500 && part.length < 3000, "has " + part.length);
                assertArrayEquals(Arrays.copyOf(random, part.length), part);
                assertTrue(
                        defects(archive)
                                .contains(
                                        "evidence+0x41..0xbb8: content of \"last\" is cut by the end of the archive; it is truncated"),
                        () -> defects(archive).toString());
            }
        }
    }

    @Test
    void isReadWhereTheSizesFollowTheContents() throws Exception {
        try (var archive = open(without(streamed(), 1))) {
            assertEquals(List.of("folder/", "folder/a", "folder/b"), names(archive));
            assertEquals(Member.Type.DIRECTORY, archive.members().getFirst().type());
            assertArrayEquals(TEXT, content(archive, "folder/a"));
            assertArrayEquals(TEXT, content(archive, "folder/b"));
            assertEquals(1, archive.defects().size(), () -> defects(archive).toString());
        }
    }

    @Test
    void isReadUpToTheCutWhereverItIs() throws Exception {
        var streamed = without(streamed(), 1);
        for (int length = 40; length < streamed.length; length += 7) {
            try (var archive = open(Arrays.copyOf(streamed, length))) {
                assertEquals(
                        List.of("folder/", "folder/a", "folder/b")
                                .subList(0, archive.members().size()),
                        names(archive));
                assertEquals(Loss.CUT, Loss.of(archive.defects()), "cut after " + length);
            }
        }
    }

    @Test
    void costsNoMoreForABombThanTheLimit() throws Exception {
        var bomb = ZipBytes.deflate(new byte[200 << 20]);
        var header = without(streamed(), 7);
        var zip = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            zip.writeBytes(Arrays.copyOf(header, 37));
            zip.writeBytes(bomb);
        }
        var file = Files.write(folder.resolve("bomb"), zip.toByteArray());
        var unpacking = Unpacking.standard().in(folder).withLimit(1 << 20);
        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    try (var archive = Archive.open(file, unpacking, Progress.unwatched())) {
                        assertEquals(1, archive.members().size());
                    } catch (EvidenceException refused) {
                        assertTrue(refused.getMessage().contains("bomb"), refused.getMessage());
                    }
                });
    }
}
