package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// Archives that engines wrote, against listings made of them by another program.
@EnabledIfEnvironmentVariable(
        named = "ICECORE_EVIDENCE",
        matches = ".+",
        disabledReason = "ICECORE_EVIDENCE does not name the folder of real evidence")
class RealArchivesTest {

    private static final List<String> SETS =
            List.of(
                    "podman-counter",
                    "podman-web",
                    "incident",
                    "podman-criu411",
                    "podman-precheckpoint",
                    "crio-layout");

    private static final List<String> IMAGES = List.of("ctr", "oci-image");

    @TestFactory
    Stream<DynamicTest> membersAreThoseOfTheListing() throws Exception {
        return archives()
                .map(
                        archive ->
                                DynamicTest.dynamicTest(
                                        archive.toString(),
                                        () -> {
                                            try (var opened =
                                                    Archive.open(archive, Progress.unwatched())) {
                                                var listed =
                                                        Files.readAllLines(
                                                                        truth(archive)
                                                                                .resolve(
                                                                                        "members.tsv"))
                                                                .stream()
                                                                .filter(
                                                                        line ->
                                                                                !line.startsWith(
                                                                                        "#"))
                                                                .map(RealArchivesTest::comparable)
                                                                .toList();
                                                assertEquals(
                                                        String.join("\n", listed),
                                                        String.join("\n", lines(opened)));
                                                assertEquals(List.of(), opened.defects());
                                            }
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> digestIsThatOfTheFileOnDisk() throws Exception {
        return archives()
                .filter(archive -> digestKnown(archive))
                .map(
                        archive ->
                                DynamicTest.dynamicTest(
                                        archive.toString(),
                                        () -> {
                                            try (var opened =
                                                    Archive.open(archive, Progress.unwatched())) {
                                                var known =
                                                        Files.readString(
                                                                truth(archive)
                                                                        .resolve("archive.sha256"));
                                                assertTrue(
                                                        known.startsWith(
                                                                opened.sha256(Progress.unwatched())
                                                                        .hex()));
                                                assertEquals(Files.size(archive), opened.size());
                                            }
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> tarsWithinHoldWhatTheirListingSays() throws Exception {
        return archives()
                .filter(archive -> Files.exists(truth(archive).resolve("rootfs-diff.tar.tsv")))
                .map(
                        archive ->
                                DynamicTest.dynamicTest(
                                        archive.toString(),
                                        () -> {
                                            try (var opened =
                                                    Archive.open(archive, Progress.unwatched())) {
                                                var outer =
                                                        unpacked(
                                                                opened.open(
                                                                        opened.find(
                                                                                        "rootfs-diff.tar")
                                                                                .orElseThrow()));
                                                var inner =
                                                        TarIndex.of(outer, Progress.unwatched());
                                                var listed =
                                                        Files.readAllLines(
                                                                        truth(archive)
                                                                                .resolve(
                                                                                        "rootfs-diff.tar.tsv"))
                                                                .stream()
                                                                .filter(
                                                                        line ->
                                                                                !line.startsWith(
                                                                                        "#"))
                                                                .map(line -> line.split("\t", -1))
                                                                .toList();
                                                assertEquals(
                                                        listed.stream()
                                                                .map(line -> line[0])
                                                                .toList(),
                                                        inner.members().stream()
                                                                .map(
                                                                        member ->
                                                                                member.name()
                                                                                        .replaceFirst(
                                                                                                "/$",
                                                                                                ""))
                                                                .toList());
                                                for (int i = 0; i < listed.size(); i++) {
                                                    assertContent(
                                                            listed.get(i),
                                                            inner,
                                                            inner.members().get(i),
                                                            outer);
                                                }
                                                assertEquals(List.of(), inner.defects());
                                            }
                                        }));
    }

    /// containerd compresses this member and keeps its name.
    private static ByteSource unpacked(ByteSource member) throws Exception {
        var compression = Compression.of(member);
        if (compression == Compression.NONE) {
            return member;
        }
        try (var stream = compression.open(member, 1 << 20)) {
            return ByteSource.of("rootfs-diff.tar", stream.readAllBytes());
        }
    }

    /// Blobs of an OCI layout are named by their digests, so these archives vouch for themselves.
    @TestFactory
    Stream<DynamicTest> containerImagesHoldTheBlobsThatTheirNamesSay() {
        return archives(IMAGES)
                .map(
                        archive ->
                                DynamicTest.dynamicTest(
                                        archive.toString(),
                                        () -> {
                                            try (var opened =
                                                    Archive.open(archive, Progress.unwatched())) {
                                                assertEquals(List.of(), opened.defects());
                                                assertTrue(opened.members().size() > 2);
                                                for (var member : opened.members()) {
                                                    if (member.type() == Member.Type.FILE
                                                            && member.name()
                                                                    .startsWith("blobs/sha256/")) {
                                                        assertEquals(
                                                                member.name(),
                                                                "blobs/sha256/"
                                                                        + Digest.of(
                                                                                opened.open(member),
                                                                                Progress
                                                                                        .unwatched()));
                                                    }
                                                }
                                            }
                                        }));
    }

    /// The bytes are those of the listing, and lie in the outer member where they say.
    private static void assertContent(
            String[] listed, TarIndex inner, Member member, ByteSource outer)
            throws EvidenceException {
        assertEquals(Long.parseLong(listed[4]), member.size(), member.name());
        assertEquals(listed[6], member.linkTarget(), member.name());
        if (member.type() != Member.Type.FILE) {
            return;
        }
        var content = inner.open(member);
        assertEquals(listed[7], Digest.of(content, Progress.unwatched()).hex(), member.name());
        var at = content.locate(new ByteRange(0, content.size()));
        assertEquals("rootfs-diff.tar", at.member());
        if (at.range().length() == content.size()) {
            var there = outer.slice(at.range());
            assertEquals(listed[7], Digest.of(there, Progress.unwatched()).hex(), member.name());
        }
    }

    @TestFactory
    Stream<DynamicTest> compressedTarsWithinAreUnpacked(@TempDir Path folder) throws Exception {
        return archives()
                .map(
                        archive ->
                                DynamicTest.dynamicTest(
                                        archive.toString(),
                                        () -> {
                                            try (var opened =
                                                    Archive.open(archive, Progress.unwatched())) {
                                                for (var member : opened.members()) {
                                                    if (member.name().contains("tmpfs-dev-")) {
                                                        assertUnpacks(
                                                                opened.open(member),
                                                                member.name(),
                                                                folder);
                                                    }
                                                }
                                            }
                                        }));
    }

    private static void assertUnpacks(ByteSource packed, String name, Path folder)
            throws Exception {
        assertEquals(Compression.GZIP, Compression.of(packed));
        try (var copy =
                        WorkingCopy.of(
                                packed,
                                name,
                                Unpacking.standard().in(folder),
                                Progress.unwatched());
                var stream = Compression.GZIP.open(packed, Long.MAX_VALUE)) {
            assertEquals(List.of(), copy.defects());
            assertEquals(List.of(), TarIndex.of(copy.content(), Progress.unwatched()).defects());
            var streamed = ByteSource.of(name, stream.readAllBytes());
            assertEquals(
                    Digest.of(streamed, Progress.unwatched()),
                    Digest.of(copy.content(), Progress.unwatched()));
        }
    }

    @TestFactory
    Stream<DynamicTest> evidenceIsLeftAsItWas() throws Exception {
        return archives()
                .map(
                        archive ->
                                DynamicTest.dynamicTest(
                                        archive.toString(),
                                        () -> {
                                            var digest = sha256(archive);
                                            var modified = Files.getLastModifiedTime(archive);
                                            try (var opened =
                                                    Archive.open(archive, Progress.unwatched())) {
                                                for (var member : opened.members()) {
                                                    if (member.type() == Member.Type.FILE) {
                                                        Digest.of(
                                                                opened.open(member),
                                                                Progress.unwatched());
                                                    }
                                                }
                                            }
                                            assertEquals(digest, sha256(archive));
                                            assertEquals(
                                                    modified, Files.getLastModifiedTime(archive));
                                        }));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void imageDirectoriesAreListedAsTheyLie() throws Exception {
        var folder = Path.of(System.getenv("ICECORE_EVIDENCE"), "criu-raw", "iter");
        try (var opened = Archive.open(folder, Progress.unwatched());
                var files = Files.walk(folder)) {
            assertEquals(
                    files.skip(1).map(file -> folder.relativize(file).toString()).sorted().toList(),
                    opened.members().stream().map(Member::name).sorted().toList());
            assertEquals(List.of(), opened.defects());
            for (var member : opened.members()) {
                if (member.type() == Member.Type.FILE) {
                    assertEquals(
                            sha256(folder.resolve(member.name())),
                            Digest.of(opened.open(member), Progress.unwatched()).hex());
                }
            }
        }
    }

    private static Stream<Path> archives() {
        return archives(SETS);
    }

    private static Stream<Path> archives(List<String> sets) {
        return sets.stream()
                .flatMap(
                        set -> {
                            try (var files =
                                    Files.list(Path.of(System.getenv("ICECORE_EVIDENCE"), set))) {
                                return files
                                        .filter(Files::isRegularFile)
                                        .filter(
                                                file ->
                                                        file.getFileName()
                                                                .toString()
                                                                .contains(".tar"))
                                        .sorted()
                                        .toList()
                                        .stream();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }

    /// The listing of the very file, or of the plain tar that it unpacks to.
    private static Path truth(Path archive) {
        var folder = archive.resolveSibling("truth");
        var own = folder.resolve(archive.getFileName() + ".d");
        if (Files.exists(own)) {
            return own;
        }
        var stem = archive.getFileName().toString().replaceFirst("\\..*", "");
        return folder.resolve(stem + ".tar.d");
    }

    /// A line of the listing without its last column and without the file type that Go writes into the mode.
    private static String comparable(String line) {
        var columns = line.split("\t", -1);
        columns[2] = Integer.toOctalString(Integer.parseInt(columns[2], 8) & 07777);
        return String.join("\t", List.of(columns).subList(0, 8));
    }

    private static boolean digestKnown(Path archive) {
        try {
            return Files.readString(truth(archive).resolve("archive.sha256"))
                    .contains("  " + archive.getFileName() + " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Archive archive) throws EvidenceException {
        var lines = new ArrayList<String>();
        for (var member : archive.members()) {
            var name = member.name();
            boolean file = member.type() == Member.Type.FILE;
            lines.add(
                    String.join(
                            "\t",
                            name.endsWith("/") ? name.substring(0, name.length() - 1) : name,
                            switch (member.type()) {
                                case FILE -> "file";
                                case DIRECTORY -> "dir";
                                case SYMBOLIC_LINK -> "symlink";
                                case HARD_LINK -> "hardlink";
                                case FIFO -> "fifo";
                                case CHARACTER_DEVICE -> "char";
                                case BLOCK_DEVICE -> "block";
                                case OTHER -> "other";
                            },
                            Integer.toOctalString(member.mode()),
                            member.uid() + ":" + member.gid(),
                            Long.toString(member.size()),
                            Long.toString(member.modified().getEpochSecond()),
                            member.linkTarget(),
                            file
                                    ? Digest.of(archive.open(member), Progress.unwatched()).hex()
                                    : ""));
        }
        return lines;
    }
}
