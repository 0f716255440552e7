package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Archives that engines wrote, against listings made of them by another program.
@EnabledIfEnvironmentVariable(
        named = "ICECORE_EVIDENCE",
        matches = ".+",
        disabledReason = "ICECORE_EVIDENCE does not name the folder of real evidence")
class RealArchivesTest {

    private static final List<String> SETS =
            List.of("podman-counter", "podman-web", "incident", "podman-criu411", "podman-precheckpoint");

    @TestFactory
    Stream<DynamicTest> membersAreThoseOfTheListing() throws Exception {
        return archives().map(archive -> DynamicTest.dynamicTest(archive.toString(), () -> {
            try (var opened = Archive.open(archive, Progress.unwatched())) {
                var listed = Files.readAllLines(truth(archive).resolve("members.tsv")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(RealArchivesTest::comparable)
                        .toList();
                assertEquals(String.join("\n", listed), String.join("\n", lines(opened)));
                assertEquals(List.of(), opened.defects());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> digestIsThatOfTheFileOnDisk() throws Exception {
        return archives().filter(archive -> digestKnown(archive)).map(archive -> DynamicTest.dynamicTest(
                archive.toString(), () -> {
                    try (var opened = Archive.open(archive, Progress.unwatched())) {
                        var known = Files.readString(truth(archive).resolve("archive.sha256"));
                        assertTrue(known.startsWith(opened.sha256(Progress.unwatched()).hex()));
                        assertEquals(Files.size(archive), opened.size());
                    }
                }));
    }

    private static Stream<Path> archives() throws Exception {
        var folder = System.getenv("ICECORE_EVIDENCE");
        return SETS.stream().flatMap(set -> {
            try (var files = Files.list(Path.of(folder, set))) {
                return files.filter(Files::isRegularFile).sorted().toList().stream();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
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
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> lines(Archive archive) throws EvidenceException {
        var lines = new java.util.ArrayList<String>();
        for (var member : archive.members()) {
            var name = member.name();
            boolean file = member.type() == Member.Type.FILE;
            lines.add(String.join(
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
                    file ? Digest.of(archive.open(member), Progress.unwatched()).hex() : ""));
        }
        return lines;
    }
}
