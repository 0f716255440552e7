package org.icecore.evidence;

import static org.icecore.evidence.TarBytes.aTar;
import static org.icecore.evidence.ZipBytes.aZip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Evidence is the same after use as before, and need not be writable.
class UntouchedEvidenceTest {

    @TempDir Path temporary;

    static Stream<byte[]> archives() {
        var tar = aTar().file("a", new byte[300_000]).file("b", "text").end().bytes();
        return Stream.of(
                tar,
                CompressionTest.gzip(tar),
                Zstd.compress(tar),
                StreamCompressionTest.xz(tar),
                StreamCompressionTest.bzip2(tar),
                aZip().deflated("inner", CompressionTest.gzip(tar)).stored("b", tar).bytes());
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @MethodSource("archives")
    void onAMediumThatCannotBeWritten(byte[] bytes) throws Exception {
        assumeTrue(
                temporary.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "permissions are those of POSIX");
        var medium = Files.createDirectory(temporary.resolve("medium"));
        var scratch = Files.createDirectory(temporary.resolve("scratch"));
        var file = Files.write(medium.resolve("evidence"), bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        Files.setPosixFilePermissions(medium, PosixFilePermissions.fromString("r-x------"));
        var before = sha256(file);
        var modified = Files.getLastModifiedTime(file);
        var unpacking = Unpacking.standard().in(scratch);
        try (var archive = Archive.open(file, unpacking, Progress.unwatched())) {
            assertEquals(before, archive.sha256(Progress.unwatched()).hex());
            for (var member : archive.members()) {
                archive.open(member).bytes(0, (int) member.size());
            }
            if (archive.packing() == Archive.Packing.ZIP) {
                archive.nested(archive.members().getFirst(), Progress.unwatched()).close();
            }
        } finally {
            Files.setPosixFilePermissions(medium, PosixFilePermissions.fromString("rwx------"));
        }
        assertEquals(before, sha256(file));
        assertEquals(modified, Files.getLastModifiedTime(file));
        assertEquals(List.of("evidence"), Arrays.asList(medium.toFile().list()));
        assertEquals(List.of(), Arrays.asList(scratch.toFile().list()));
    }
}
