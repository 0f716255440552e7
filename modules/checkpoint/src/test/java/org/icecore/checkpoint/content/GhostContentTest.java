package org.icecore.checkpoint.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.junit.jupiter.api.Test;

class GhostContentTest {
    private static final String IMAGE = "0123456789abcdef";

    @Test
    void chunksStandWhereTheyBelongAndHolesAreZeros() throws EvidenceException {
        var content = content(12, chunk(2, 0, 3), chunk(8, 10, 2));
        assertEquals("..012...ab..", text(content));
        assertEquals(
                List.of("0x0..0x2", "0x2..0x5", "0x5..0x8", "0x8..0xa", "0xa..0xc"),
                content.parts().stream().map(part -> part.range().toString()).toList());
    }

    @Test
    void aByteIsLocatedInTheImage() {
        assertEquals(
                "ghost-file-1.img+0xb..0xc",
                content(12, chunk(8, 10, 2)).locate(ByteRange.of(9, 1)).toString());
    }

    @Test
    void whatLiesBeyondTheSizeIsLeftOut() throws EvidenceException {
        assertEquals("01", text(content(2, chunk(0, 0, 4), chunk(100, 4, 4))));
    }

    @Test
    void ofTwoChunksForOneOffsetTheOneThatBeginsLowerIsTaken() throws EvidenceException {
        assertEquals("0123bc", text(content(6, chunk(0, 0, 4), chunk(3, 10, 3))));
    }

    @Test
    void aChunkThatReachesBeyondTheImageIsCut() throws EvidenceException {
        assertEquals("ef..", text(content(4, chunk(0, 14, 100))));
    }

    @Test
    void offsetsThatAreNoOffsetsAreLeftOut() throws EvidenceException {
        assertEquals("..", text(content(2, chunk(-1, 0, 4))));
    }

    @Test
    void whatIsLostWithTheEndOfTheImageIsNotReadAsZeros() throws EvidenceException {
        var cut = content(10, OptionalLong.of(6), chunk(0, 0, 2), chunk(4, 2, 2));
        assertEquals(
                List.of(
                        "0x0..0x2 Captured",
                        "0x2..0x4 Zero",
                        "0x4..0x6 Captured",
                        "0x6..0xa NotCaptured"),
                cut.parts().stream()
                        .map(part -> part.range() + " " + part.origin().getClass().getSimpleName())
                        .toList());
        assertEquals(6, cut.bytes(0, 6).length);
        var refused = assertThrows(EvidenceException.class, () -> cut.bytes(5, 2));
        assertEquals(
                "the image of the file is damaged: these bytes are lost, or were never written",
                refused.defect());
    }

    @Test
    void readingBeyondTheEndIsRefusedWithItsPlace() {
        var refused =
                assertThrows(EvidenceException.class, () -> content(4, chunk(0, 0, 4)).bytes(2, 4));
        assertEquals("ghost-file-1.img+0x2..0x4", refused.at().toString());
    }

    private static GhostContent content(long size, GhostFile.Chunk... chunks) {
        return content(size, OptionalLong.empty(), chunks);
    }

    private static GhostContent content(
            long size, OptionalLong lostFrom, GhostFile.Chunk... chunks) {
        return new GhostContent(
                ByteSource.of("ghost-file-1.img", IMAGE.getBytes(StandardCharsets.US_ASCII)),
                new GhostFile(
                        1,
                        0,
                        0,
                        0100644,
                        size,
                        Optional.empty(),
                        Optional.empty(),
                        Stream.of(chunks).toList(),
                        lostFrom,
                        Optional.empty(),
                        Optional.empty(),
                        Location.of("ghost-file-1.img", 0, 8)));
    }

    private static GhostFile.Chunk chunk(long offset, long start, long length) {
        return new GhostFile.Chunk(offset, ByteRange.of(start, length));
    }

    private static String text(ByteSource source) throws EvidenceException {
        return new String(source.bytes(0, (int) source.size()), StandardCharsets.US_ASCII)
                .replace('\0', '.');
    }
}
