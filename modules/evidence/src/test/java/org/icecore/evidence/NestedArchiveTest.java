package org.icecore.evidence;

import static org.icecore.evidence.TarBytes.aTar;
import static org.icecore.evidence.ZipBytes.aZip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedArchiveTest {

    private static final byte[] IMAGE = new byte[200_000];
    private static final byte[] TAR =
            aTar().file("checkpoint/pages-1.img", IMAGE).file("config.dump", "{}").end().bytes();

    @TempDir Path folder;

    private Path scratch;

    @BeforeEach
    void makeRoom() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
    }

    private Archive open(byte[] bytes, long limit) throws IOException, EvidenceException {
        var file = Files.write(folder.resolve("mail"), bytes);
        var unpacking = Unpacking.standard().in(scratch).withLimit(limit);
        return Archive.open(file, unpacking, Progress.unwatched());
    }

    private static Archive within(Archive outer, String name) throws EvidenceException {
        return outer.nested(outer.find(name).orElseThrow(), Progress.unwatched());
    }

    private static void assertHoldsTheImage(Archive archive, String place)
            throws EvidenceException {
        var image = archive.open(archive.find("checkpoint/pages-1.img").orElseThrow());
        assertArrayEquals(IMAGE, image.bytes(0, IMAGE.length));
        assertEquals(place, image.locate(new ByteRange(4, 8)).toString());
    }

    @Test
    void isReadInPlaceWhenNothingIsCompressed() throws Exception {
        try (var outer = open(aTar().file("a.tar", TAR).end().bytes(), 0);
                var inner = within(outer, "a.tar")) {
            assertHoldsTheImage(inner, "a.tar: checkpoint/pages-1.img+0x4..0x8");
            assertEquals(Archive.Packing.TAR, inner.packing());
            assertEquals(outer.path(), inner.path());
            assertEquals(outer.size(), inner.size());
            assertEquals(outer.sha256(Progress.unwatched()), inner.sha256(Progress.unwatched()));
        }
        try (var outer = open(aZip().stored("a.tar", TAR).bytes(), 0);
                var inner = within(outer, "a.tar")) {
            assertHoldsTheImage(inner, "a.tar: checkpoint/pages-1.img+0x4..0x8");
        }
    }

    @Test
    void isUnpackedWhenItIsCompressed() throws Exception {
        var packed = CompressionTest.gzip(TAR);
        try (var outer = open(aZip().deflated("folder/a", packed).bytes(), 1 << 20);
                var inner = within(outer, "folder/a")) {
            assertEquals(Archive.Packing.TAR_GZIP, inner.packing());
            assertHoldsTheImage(inner, "folder/a: checkpoint/pages-1.img+0x4..0x8");
        }
        assertEquals(0, scratch.toFile().list().length);
    }

    @Test
    void liesInAFolderToo() throws Exception {
        var mails = Files.createDirectory(folder.resolve("mails"));
        Files.write(mails.resolve("a.tar"), TAR);
        try (var outer = Archive.open(mails, Progress.unwatched());
                var inner = within(outer, "a.tar")) {
            assertHoldsTheImage(inner, "a.tar: checkpoint/pages-1.img+0x4..0x8");
        }
    }

    @Test
    void isOpenedEightDeepAndNoDeeper() throws Exception {
        var bytes = TAR;
        for (int depth = 0; depth < 9; depth++) {
            bytes = aTar().file("next", bytes).end().bytes();
        }
        var opened = new ArrayDeque<Archive>();
        try {
            opened.push(open(bytes, 0));
            for (int depth = 0; depth < 8; depth++) {
                opened.push(within(opened.peek(), "next"));
            }
            var e = assertThrows(EvidenceException.class, () -> within(opened.peek(), "next"));
            assertEquals(
                    "next: ".repeat(8)
                            + "next: not opened: archives are opened 8 deep in each other",
                    e.getMessage());
        } finally {
            opened.forEach(Archive::close);
        }
    }

    @Test
    void sharesOneLimitWithAllThatItLiesIn() throws Exception {
        var packed = CompressionTest.gzip(TAR);
        long limit = TAR.length + 1000;
        var outerBytes = aTar().file("a", packed).file("b", packed).end().bytes();
        try (var outer = open(outerBytes, limit);
                var a = within(outer, "a")) {
            var e = assertThrows(EvidenceException.class, () -> within(outer, "b"));
            assertEquals(
                    "b+0x0..0x%x: %d bytes unpack to more than the %d bytes allowed; raise the limit to open it"
                            .formatted(packed.length, packed.length, limit),
                    e.getMessage());
            assertHoldsTheImage(a, "a: checkpoint/pages-1.img+0x4..0x8");
        }
        try (var outer = open(outerBytes, limit)) {
            within(outer, "a").close();
            within(outer, "b").close();
        }
    }

    @Test
    void isRefusedWhenItIsNoArchive() throws Exception {
        try (var outer =
                open(aTar().file("a", "some text").entry("l", '2', "a").end().bytes(), 0)) {
            assertEquals(
                    "a+0x0..0x9: not an archive; it begins with 73 6f 6d 65 20 74 65 78 (text)",
                    assertThrows(EvidenceException.class, () -> within(outer, "a")).getMessage());
            assertThrows(EvidenceException.class, () -> within(outer, "l"));
        }
    }

    @Test
    void canBeGivenUp() throws Exception {
        var outerBytes = aTar().file("a", CompressionTest.gzip(TAR)).end().bytes();
        try (var outer = open(outerBytes, 1 << 20)) {
            assertThrows(
                    CancellationException.class,
                    () ->
                            outer.nested(
                                    outer.find("a").orElseThrow(),
                                    (done, _) -> {
                                        if (done > 0) {
                                            throw new CancellationException();
                                        }
                                    }));
            within(outer, "a").close();
        }
        assertEquals(List.of(), Arrays.asList(scratch.toFile().list()));
    }
}
