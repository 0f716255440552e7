package org.icecore.evidence;

import static org.icecore.evidence.TarBytes.aTar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Archives with wrong bytes at random places, the same ones in each run.
@Timeout(60)
class MutatedArchivesTest {

    private static final byte[] TAR =
            aTar().extended('g', TarBytes.records("mtime=1.5"))
                    .file("a", "first")
                    .extended('L', "long".repeat(60) + "\0")
                    .file("short", "second")
                    .pax(
                            "GNU.sparse.size=4000",
                            "GNU.sparse.name=sparse",
                            "GNU.sparse.map=0,5,3000,6")
                    .file("sparse", "hello sparse")
                    .entry("d/", '5', "")
                    .entry("l", '2', "../a")
                    .end()
                    .bytes();

    private static byte[] mutated(byte[] whole, Random random) {
        var bytes = whole.clone();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void readAll(TarIndex index) {
        for (var member : index.members()) {
            try {
                var source = index.open(member);
                if (source.size() < 1 << 20) {
                    source.bytes(0, (int) source.size());
                    source.locate(new ByteRange(source.size() / 2, source.size()));
                }
            } catch (EvidenceException e) {
                assertTrue(e.getMessage().startsWith("tar+0x"), e.getMessage());
            }
        }
    }

    @Test
    void yieldMembersOrLocatedDefectsAndNothingElse() {
        var random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            var bytes = mutated(TAR, random);
            // With the checksums made right again, the damage gets behind the first line of
            // defence.
            if (i % 2 == 0) {
                repairChecksums(bytes);
            }
            try {
                readAll(TarIndex.of(ByteSource.of("tar", bytes), Progress.unwatched()));
            } catch (EvidenceException e) {
                assertTrue(e.defect().startsWith("not a tar archive"), e.getMessage());
            }
        }
    }

    private static void repairChecksums(byte[] bytes) {
        for (int at = 0; at < bytes.length; at += TarHeader.BLOCK) {
            var block = java.util.Arrays.copyOfRange(bytes, at, at + TarHeader.BLOCK);
            var header = new TarHeader(block);
            if (header.hasMagic()) {
                TarBytes.put(block, TarField.CHECKSUM, "%06o\0 ".formatted(header.sum(0xff)));
                System.arraycopy(block, 0, bytes, at, TarHeader.BLOCK);
            }
        }
    }

    @Test
    void ofAnyCompressionUnpackOrBreakAtALocation() throws IOException {
        var random = new Random(20261123);
        for (var packed : new byte[][] {CompressionTest.gzip(TAR), Zstd.compress(TAR)}) {
            for (int i = 0; i < 3_000; i++) {
                var source = ByteSource.of("packed", mutated(packed, random));
                try (var stream = Compression.of(source).open(source, 1 << 20)) {
                    stream.readAllBytes();
                } catch (EvidenceException e) {
                    throw new AssertionError("opening reads nothing", e);
                } catch (IOException e) {
                    assertTrue(e.getMessage().startsWith("packed+0x"), e.getMessage());
                }
            }
        }
    }

    @Test
    void areReadByManyThreadsWhileOneClosesThem(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve("evidence"), TAR);
        for (int round = 0; round < 20; round++) {
            var archive = Archive.open(file, Progress.unwatched());
            var started = new CountDownLatch(4);
            try (var threads = Executors.newFixedThreadPool(4)) {
                var readers =
                        IntStream.range(0, 4)
                                .<Future<?>>mapToObj(
                                        _ ->
                                                threads.submit(
                                                        () -> readUntilClosed(archive, started)))
                                .toList();
                started.await();
                archive.close();
                for (var reader : readers) {
                    reader.get();
                }
            }
        }
    }

    private static Void readUntilClosed(Archive archive, CountDownLatch started)
            throws EvidenceException {
        var source = archive.open(archive.find("a").orElseThrow());
        assertEquals('f', source.bytes(0, 1)[0]);
        started.countDown();
        var e =
                assertThrows(
                        EvidenceException.class,
                        () -> {
                            while (true) {
                                assertEquals('f', source.bytes(0, 5)[0]);
                            }
                        });
        assertEquals("cannot be read, the archive is closed", e.defect());
        return null;
    }
}
