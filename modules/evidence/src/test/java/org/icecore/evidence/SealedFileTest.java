package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFileTest {

    private static final String MARK = "password=of-the-database;";

    @TempDir Path folder;

    private static byte[] secrets(int length) {
        return MARK.repeat(length / MARK.length() + 1)
                .substring(0, length)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static WorkingCopy copy(byte[] content, Path folder) throws EvidenceException {
        return WorkingCopy.of(
                ByteSource.of("packed", CompressionTest.gzip(content)),
                "copy",
                Unpacking.standard().in(folder),
                Progress.unwatched());
    }

    @Test
    void readsAtAnyPositionWhatWasWritten() throws Exception {
        var content = new byte[1_300_003];
        new Random(4).nextBytes(content);
        try (var copy = copy(content, folder)) {
            assertArrayEquals(content, copy.content().bytes(0, content.length));
            var random = new Random(5);
            for (int round = 0; round < 2000; round++) {
                int start = random.nextInt(content.length);
                int length = random.nextInt(Math.min(200_000, content.length - start));
                assertArrayEquals(
                        Arrays.copyOfRange(content, start, start + length),
                        copy.content().bytes(start, length));
            }
        }
    }

    /// Nothing, one page, many pages, and a short page at the end, of zeros and of other bytes in turn.
    @Test
    void readsZerosThatAreNotInTheFile() throws Exception {
        var random = new Random(7);
        var content = new byte[1500 * 4096 + 17];
        random.nextBytes(content);
        for (int start = 0; start < content.length; start += 4096 * (1 + random.nextInt(9))) {
            int end = start + 4096 * random.nextInt(150);
            Arrays.fill(content, start, Math.min(end, content.length), (byte) 0);
            start = end;
        }
        for (int length : new int[] {0, 1, 4095, 4096, 4097, 1 << 20, content.length}) {
            var part = Arrays.copyOf(content, length);
            try (var copy = copy(part, folder)) {
                assertEquals(length, copy.content().size());
                assertArrayEquals(part, copy.content().bytes(0, length));
                for (int round = 0; round < 500 && length > 1; round++) {
                    int from = random.nextInt(length);
                    int to = from + random.nextInt(Math.min(40_000, length - from));
                    assertArrayEquals(
                            Arrays.copyOfRange(part, from, to),
                            copy.content().bytes(from, to - from));
                }
            }
        }
    }

    @Test
    void readsContentThatIsAllZerosAndKeepsNoneOfItOnDisk() throws Exception {
        var file = PrivateFile.createIn(folder);
        try (var sink = new SealedSink(file.channel(), new CopyKey(), budget())) {
            var packed = ByteSource.of("packed", new byte[0]);
            long put = 0;
            for (int i = 0; i < 5; i++) {
                var room = sink.room(packed);
                put += room.remaining();
                room.put(new byte[room.remaining()]);
            }
            sink.finish(packed);
            assertEquals(put, sink.total());
            assertEquals(0, file.channel().size());
        }
        try (var copy = copy(new byte[3_000_000], folder)) {
            assertArrayEquals(new byte[3_000_000], copy.content().bytes(0, 3_000_000));
        }
    }

    @Test
    void readsNoZerosEitherOnceItIsClosed() throws Exception {
        var copy = copy(new byte[10_000], folder);
        var content = copy.content();
        copy.close();
        var closed = assertThrows(EvidenceException.class, () -> content.bytes(0, 100));
        assertTrue(closed.getMessage().contains("the archive is closed"), closed::getMessage);
    }

    private UnpackingBudget budget() {
        return new UnpackingBudget(Unpacking.standard().in(folder));
    }

    @Test
    void readsIntoMemoryOutsideTheHeapAndIntoPartsOfArrays() throws Exception {
        var content = secrets(200_000);
        try (var copy = copy(content, folder);
                var arena = Arena.ofConfined()) {
            var outside = arena.allocate(150_000);
            copy.content().read(17, outside);
            assertArrayEquals(
                    Arrays.copyOfRange(content, 17, 150_017),
                    outside.toArray(ValueLayout.JAVA_BYTE));
            var array = new byte[20];
            copy.content().read(3, MemorySegment.ofArray(array).asSlice(5, 10));
            assertArrayEquals(Arrays.copyOfRange(content, 3, 13), Arrays.copyOfRange(array, 5, 15));
            assertArrayEquals(new byte[5], Arrays.copyOf(array, 5));
            copy.content().read(200_000, MemorySegment.ofArray(new byte[0]));
        }
    }

    @Test
    void isReadByManyThreadsAtOnce() throws Exception {
        var content = new byte[700_000];
        new Random(6).nextBytes(content);
        try (var copy = copy(content, folder);
                var threads = Executors.newFixedThreadPool(16)) {
            Callable<Boolean> reading =
                    () -> {
                        for (int at = 0; at + 7001 < content.length; at += 6007) {
                            if (!Arrays.equals(
                                    Arrays.copyOfRange(content, at, at + 7001),
                                    copy.content().bytes(at, 7001))) {
                                return false;
                            }
                        }
                        return true;
                    };
            for (var result :
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> reading).toList())) {
                assertTrue(result.get());
            }
        }
    }

    @Test
    void hasAKeyOfItsOwn() {
        var one = new CopyKey();
        assertEquals(32, one.getEncoded().length);
        assertNotEquals(Arrays.toString(one.getEncoded()), Arrays.toString(new byte[32]));
        assertNotEquals(
                Arrays.toString(one.getEncoded()), Arrays.toString(new CopyKey().getEncoded()));
        one.destroy();
        assertTrue(one.isDestroyed());
        assertThrows(IllegalStateException.class, one::getEncoded);
    }

    /// Where a file in use keeps its name, as on Windows, all of it is found after a kill; the key is not.
    @Test
    void leavesNothingToReadWhenTheProcessIsKilledWhileItWrites() throws Exception {
        assertNothingReadable("write");
    }

    @Test
    void leavesNothingToReadWhenTheProcessIsKilledWhileItIsOpen() throws Exception {
        assertNothingReadable("open");
    }

    private void assertNothingReadable(String until) throws Exception {
        var process = ChildProcess.of(KilledWriter.class, folder.toString(), until);
        try (var output = process.inputReader()) {
            assertEquals("ready", ChildProcess.lastLine(output, "ready"));
        } finally {
            process.destroyForcibly().waitFor();
        }
        var left = files(folder);
        assertEquals(1, left.size());
        var bytes = Files.readAllBytes(left.getFirst());
        assertTrue(bytes.length >= 1 << 18, () -> bytes.length + " bytes were written");
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(MARK.substring(0, 8)));
        assertFalse(text.contains("\0".repeat(16)));
        // Counter mode with one key and no counter twice leaves nothing that compresses.
        assertTrue(CompressionTest.gzip(bytes).length > bytes.length);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /// Writes secrets into a working copy that keeps its name, and waits to be killed.
    static final class KilledWriter {

        private KilledWriter() {}

        static void main(String[] arguments) throws Exception {
            var unpacking = Unpacking.standard().in(Path.of(arguments[0]));
            var file = PrivateFile.createIn(unpacking.folder());
            var packed = ByteSource.of("packed", secrets(1 << 20));
            var key = new CopyKey();
            try (var sink = new SealedSink(file.channel(), key, new UnpackingBudget(unpacking))) {
                for (int i = 0; i < 6; i++) {
                    var room = sink.room(packed);
                    room.put(secrets(room.remaining()));
                }
                if (arguments[1].equals("open")) {
                    var stored = sink.finish(packed);
                    var mapped = MappedFile.of("copy", file.channel(), Arena.global());
                    var sealed = new SealedFile(sink.total(), mapped, stored, key);
                    if (!new String(sealed.bytes(0, 25), "ASCII").equals(MARK)) {
                        throw new AssertionError("cannot be read back");
                    }
                } else {
                    while (file.channel().size() < 1 << 18) {
                        Thread.sleep(10);
                    }
                }
                System.out.println("ready");
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }
}
