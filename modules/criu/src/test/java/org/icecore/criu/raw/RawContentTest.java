package org.icecore.criu.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Raw content")
class RawContentTest {

    @Nested
    class OfARuleSet {

        private static List<String> lines(String text) throws EvidenceException {
            var lines =
                    new RuleSetLines(
                            ByteSource.of("iptables-9.img", text.getBytes(StandardCharsets.UTF_8)));
            var found = new ArrayList<String>();
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                found.add(line.get().range() + " " + line.get().text());
            }
            return found;
        }

        @Test
        void isReadLineByLine() throws EvidenceException {
            assertEquals(
                    List.of("0x0..0x7 *filter", "0x8..0x8 ", "0x9..0xf COMMIT"),
                    lines("*filter\n\nCOMMIT\n"));
            assertEquals(List.of("0x0..0x1 x"), lines("x"));
            assertEquals(List.of(), lines(""));
        }

        @Test
        void keepsBytesThatAreNoTextAsTheirNumbers() throws EvidenceException {
            var lines =
                    new RuleSetLines(
                            ByteSource.of(
                                    "iptables-9.img",
                                    new byte[] {'-', 'A', (byte) 0xff, (byte) 0xfe, 'x'}));
            assertEquals("-A\\xff\\xfex", lines.next().orElseThrow().text());
        }

        @Test
        void isCutIntoPiecesWhereALineNeverEnds() throws EvidenceException {
            assertEquals(2, lines("x".repeat(RuleSetLines.LONGEST + 1)).size());
        }
    }

    @Nested
    class OfATmpfs {

        @Test
        void isTheListOfItsFiles() throws EvidenceException {
            var evidence = Path.of(System.getProperty("icecore.root"), "modules/fixtures/evidence");
            try (var archive =
                    Archive.open(
                            evidence.resolve("podman-criu411/after.tar.zst"),
                            Progress.unwatched())) {
                var images =
                        archive.members().stream()
                                .filter(one -> one.name().contains("/tmpfs-dev-"))
                                .toList();
                assertTrue(!images.isEmpty());
                for (Member image : images) {
                    var content = TmpfsContent.of(archive.open(image));
                    assertEquals(List.of(), content.defects());
                    assertEquals("./", content.members().getFirst().name());
                }
            }
        }

        private static byte[] packed(byte[] content) throws IOException {
            var out = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
            return out.toByteArray();
        }

        private static String refusal(byte[] image) {
            return assertThrows(
                            EvidenceException.class,
                            () -> TmpfsContent.of(ByteSource.of("tmpfs.img", image)))
                    .getMessage();
        }

        @Test
        void isRefusedWhereItIsNoTarInGzip() throws IOException {
            assertTrue(
                    refusal("no gzip".getBytes(StandardCharsets.US_ASCII))
                            .startsWith("tmpfs.img+0x0..0x7: gzip: "));
            assertEquals("tmpfs.img: gzip: ends early", refusal(new byte[0]));
            byte[] text = packed("no tar".getBytes(StandardCharsets.US_ASCII));
            assertTrue(
                    refusal(text).startsWith("tmpfs.img+0x0..0x1a: not a tar archive"),
                    refusal(text));
        }

        @Test
        void isRefusedWhereItIsCut() throws IOException {
            byte[] whole = packed(new byte[10_000]);
            assertTrue(
                    refusal(Arrays.copyOf(whole, whole.length - 9)).contains("gzip: "),
                    refusal(Arrays.copyOf(whole, whole.length - 9)));
        }
    }
}
