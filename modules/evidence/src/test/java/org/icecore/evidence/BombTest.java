package org.icecore.evidence;

import static org.icecore.evidence.TarBytes.aTar;
import static org.icecore.evidence.ZipBytes.aZip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Small files that unpack to large ones.
class BombTest {

    private static final int CONTENT = 40_000_000;
    private static final long LIMIT = 1_000_000;

    @TempDir Path folder;

    private Path scratch;

    @BeforeEach
    void makeRoom() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
    }

    private Archive open(byte[] bytes, long limit) throws IOException, EvidenceException {
        var file = Files.write(folder.resolve("bomb"), bytes);
        var unpacking = Unpacking.standard().in(scratch).withLimit(limit);
        return Archive.open(file, unpacking, Progress.unwatched());
    }

    private static byte[] tar() {
        return aTar().file("zeros", new byte[CONTENT]).end().bytes();
    }

    record Bomb(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bomb> bombs() {
        return Stream.of(
                new Bomb("gzip", CompressionTest.gzip(tar())),
                new Bomb("zstd", Zstd.compress(tar())),
                new Bomb("xz", StreamCompressionTest.xz(tar())),
                new Bomb("bzip2", StreamCompressionTest.bzip2(tar())),
                new Bomb("zip", aZip().deflated("a", tar()).bytes()));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void stopAtTheLimitAndLeaveNothing(Bomb bomb) {
        assertTrue(bomb.bytes().length < CONTENT / 100, () -> "no bomb: " + bomb.bytes().length);
        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    var e = assertThrows(EvidenceException.class, () -> open(bomb.bytes(), LIMIT));
                    assertTrue(
                            e.defect()
                                    .endsWith(
                                            "unpack to more than the 1000000 bytes allowed; raise the limit to open it"),
                            e.getMessage());
                    assertEquals("bomb", e.at().member());
                });
        assertEquals(List.of(), Arrays.asList(scratch.toFile().list()));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void openWhenTheLimitIsRaised(Bomb bomb) throws Exception {
        try (var archive = open(bomb.bytes(), 2L * CONTENT)) {
            assertEquals(1, archive.members().size());
        }
    }

    @Test
    void leaveWhatLiesBesideThemInAZip() throws Exception {
        var zip =
                aZip().deflated("bomb.tar", tar())
                        .deflated("good.txt", "evidence".getBytes())
                        .bytes();
        try (var archive = open(zip, LIMIT)) {
            var good = archive.open(archive.find("good.txt").orElseThrow());
            assertEquals("evidence", new String(good.bytes(0, 8)));
            var bomb = archive.find("bomb.tar").orElseThrow();
            assertThrows(UnpackingLimitException.class, () -> archive.open(bomb));
            assertEquals(1, archive.defects().size());
            assertTrue(
                    archive.defects()
                            .getFirst()
                            .text()
                            .matches(
                                    "\"bomb.tar\" is left out: its \\d+ bytes unpack to more than the 1000000 bytes allowed; raise the limit to open it"),
                    archive.defects()::toString);
        }
    }

    @Test
    void stopAtTheLimitHoweverTheyAreNested() throws Exception {
        var bytes = tar();
        for (int depth = 0; depth < 3; depth++) {
            bytes = aTar().file("next", CompressionTest.gzip(bytes)).end().bytes();
        }
        try (var outer = open(bytes, LIMIT);
                var first = outer.nested(outer.members().getFirst(), Progress.unwatched());
                var second = first.nested(first.members().getFirst(), Progress.unwatched())) {
            var e =
                    assertThrows(
                            EvidenceException.class,
                            () -> second.nested(second.members().getFirst(), Progress.unwatched()));
            assertEquals("next: next: next", e.at().member());
            assertTrue(e.defect().contains("raise the limit"), e.getMessage());
        }
        assertEquals(List.of(), Arrays.asList(scratch.toFile().list()));
    }

    /// An archive that holds itself unpacks for ever; the depth ends it.
    @Test
    void thatHoldThemselvesEndAtTheDepth() throws Exception {
        var bytes = aTar().file("x", "end").end().bytes();
        for (int depth = 0; depth < 50; depth++) {
            bytes = aZip().stored("x", bytes).bytes();
        }
        try (var outer = open(bytes, LIMIT)) {
            var archive = outer;
            for (int depth = 0; depth < 8; depth++) {
                archive = archive.nested(archive.members().getFirst(), Progress.unwatched());
            }
            var deepest = archive;
            assertThrows(
                    EvidenceException.class,
                    () -> deepest.nested(deepest.members().getFirst(), Progress.unwatched()));
        }
    }
}
