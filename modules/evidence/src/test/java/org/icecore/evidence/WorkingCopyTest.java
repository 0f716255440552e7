package org.icecore.evidence;

import static org.icecore.evidence.TarBytes.aTar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingCopyTest {

    private static final byte[] CONTENT = new byte[3_000_000];
    private static final ByteSource PACKED = ByteSource.of("packed", CompressionTest.gzip(CONTENT));

    @TempDir Path folder;

    private Unpacking unpacking;

    @BeforeEach
    void unpackIntoTheFolder() {
        unpacking = Unpacking.standard().in(folder);
    }

    private List<String> left() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.skip(1).map(Path::toString).sorted().toList();
        }
    }

    private WorkingCopy copy(ByteSource packed, Progress progress) throws EvidenceException {
        return WorkingCopy.of(packed, "unpacked.tar", unpacking, progress);
    }

    @Test
    void holdsTheContentUnderItsName() throws Exception {
        try (var copy = copy(PACKED, Progress.unwatched())) {
            assertEquals(3_000_000, copy.content().size());
            assertEquals(
                    "unpacked.tar+0x1..0x2", copy.content().locate(new ByteRange(1, 2)).toString());
            assertEquals(List.of(), copy.defects());
        }
        assertEquals(List.of(), left());
    }

    @Test
    void isOfTheOwnerAloneFromItsFirstMomentOn() throws Exception {
        var views = folder.getFileSystem().supportedFileAttributeViews();
        assumeTrue(views.contains("posix"), "permissions are those of POSIX");
        var file = PrivateFile.createIn(folder);
        try (var channel = file.channel()) {
            assertTrue(channel.isOpen());
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file.file())));
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file.folder())));
            assertEquals(2, left().size());
            file.unlink();
            assertEquals(List.of(), left());
        }
    }

    @Test
    void hasNoNameWhileItIsWrittenOrRead() throws Exception {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "names can be taken away");
        var seen = new ArrayList<String>();
        try (var copy = copy(PACKED, (_, _) -> seen.addAll(left(folder)))) {
            assertEquals(List.of(), seen);
            assertEquals(List.of(), left());
            assertEquals(0, copy.content().bytes(2_999_999, 1)[0]);
        }
    }

    private static List<String> left(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(Path::toString).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isGoneWhenTheExaminerCancels() throws Exception {
        assertThrows(
                CancellationException.class,
                () ->
                        copy(
                                PACKED,
                                (done, _) -> {
                                    if (done > 0) {
                                        throw new CancellationException();
                                    }
                                }));
        assertEquals(List.of(), left());
    }

    @Test
    void isGoneWhenTheThreadIsInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> copy(PACKED, Progress.unwatched()));
        assertTrue(Thread.interrupted());
        assertEquals(List.of(), left());
    }

    @Test
    void countsCompressedBytes() throws Exception {
        var seen = new ArrayList<Long>();
        try (var copy =
                copy(
                        PACKED,
                        (done, total) -> {
                            seen.add(done);
                            assertEquals(PACKED.size(), total);
                        })) {
            assertEquals(3_000_000, copy.content().size());
        }
        assertEquals(0, seen.getFirst());
        assertEquals(PACKED.size(), seen.getLast());
        assertEquals(seen.stream().sorted().toList(), seen);
    }

    @Test
    void isGoneWhenItGrowsBeyondTheLimit() throws Exception {
        unpacking = unpacking.withLimit(1_000_000);
        var e = assertThrows(EvidenceException.class, () -> copy(PACKED, Progress.unwatched()));
        assertEquals(
                "%d bytes unpack to more than the 1000000 bytes allowed; raise the limit to open it"
                        .formatted(PACKED.size()),
                e.defect());
        assertEquals(List.of(), left());
    }

    @Test
    void cannotBeMadeInAFolderThatIsNotThere() {
        unpacking = unpacking.in(folder.resolve("missing"));
        var e = assertThrows(EvidenceException.class, () -> copy(PACKED, Progress.unwatched()));
        assertTrue(
                e.defect().startsWith("cannot be unpacked into " + folder.resolve("missing")),
                e.defect());
    }

    @Test
    void endsWhenItIsClosed() throws Exception {
        var copy = copy(PACKED, Progress.unwatched());
        copy.close();
        copy.close();
        assertThrows(EvidenceException.class, () -> copy.content().bytes(0, 1));
    }

    @Test
    void isGoneEvenIfTheProcessIsKilled() throws Exception {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "names can be taken away");
        var scratch = Files.createDirectory(folder.resolve("scratch"));
        var archive =
                Files.write(
                        folder.resolve("evidence"),
                        Zstd.compress(aTar().file("a", CONTENT).end().bytes()));
        var process = ChildProcess.of(KilledReader.class, archive.toString(), scratch.toString());
        try (var output = process.inputReader()) {
            assertEquals("open a", ChildProcess.lastLine(output, "open"));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertEquals(List.of(), left(scratch));
    }

    /// Opens an archive and waits to be killed.
    static final class KilledReader {

        private KilledReader() {}

        static void main(String[] arguments) throws Exception {
            var unpacking = Unpacking.standard().in(Path.of(arguments[1]));
            try (var archive =
                    Archive.open(Path.of(arguments[0]), unpacking, Progress.unwatched())) {
                System.out.println("open " + archive.members().getFirst().name());
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }
}
