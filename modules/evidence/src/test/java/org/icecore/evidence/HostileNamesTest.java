package org.icecore.evidence;

import static org.icecore.evidence.TarBytes.aTar;
import static org.icecore.evidence.ZipBytes.aZip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names, links and devices that would do harm if they were extracted or followed; they are listed and nothing more.
class HostileNamesTest {

    private static final byte[] SECRET = "of the examiner".getBytes();

    @TempDir Path folder;

    private Archive open(byte[] bytes) throws IOException, EvidenceException {
        return Archive.open(Files.write(folder.resolve("evidence"), bytes), Progress.unwatched());
    }

    private static byte[] content(Archive archive, String name) throws EvidenceException {
        var source = archive.open(archive.find(name).orElseThrow());
        return source.bytes(0, (int) source.size());
    }

    private static void assertNoContent(Archive archive, String name) {
        var member = archive.find(name).orElseThrow();
        assertThrows(EvidenceException.class, () -> archive.open(member), name);
        assertThrows(
                EvidenceException.class, () -> archive.nested(member, Progress.unwatched()), name);
    }

    @Test
    void linksAndDevicesOfATarHaveNoContent() throws Exception {
        var secret = Files.write(folder.resolve("secret"), SECRET);
        var tar =
                aTar().entry("up", '2', "../secret")
                        .entry("absolute", '2', secret.toString())
                        .entry("self", '2', "self")
                        .entry("hard", '1', "/etc/passwd")
                        .entry("character", '3', "")
                        .entry("block", '4', "")
                        .entry("pipe", '6', "")
                        .entry("odd", 'Z', "")
                        .file("self/under", "a file under a link")
                        .end();
        try (var archive = open(tar.bytes())) {
            for (var name :
                    List.of(
                            "up",
                            "absolute",
                            "self",
                            "hard",
                            "character",
                            "block",
                            "pipe",
                            "odd")) {
                assertNoContent(archive, name);
            }
            assertEquals("../secret", archive.find("up").orElseThrow().linkTarget());
            assertArrayEquals("a file under a link".getBytes(), content(archive, "self/under"));
        }
    }

    @Test
    void namesThatDifferInCaseAloneAreTwoMembers() throws Exception {
        for (var bytes :
                List.of(
                        aTar().file("Core-1.img", "A").file("core-1.img", "b").end().bytes(),
                        aZip().stored("Core-1.img", "A".getBytes())
                                .stored("core-1.img", "b".getBytes())
                                .bytes())) {
            try (var archive = open(bytes)) {
                assertArrayEquals("A".getBytes(), content(archive, "Core-1.img"));
                assertArrayEquals("b".getBytes(), content(archive, "core-1.img"));
                assertEquals(List.of(), archive.defects());
            }
        }
    }

    @Test
    void namesThatStepUpAreListedAndNeverResolved() throws Exception {
        Files.write(folder.resolve("secret"), SECRET);
        for (var bytes :
                List.of(
                        aTar().file("a/../../secret", "theirs").end().bytes(),
                        aZip().stored("a/../../secret", "theirs".getBytes()).bytes())) {
            try (var archive = open(bytes)) {
                assertArrayEquals("theirs".getBytes(), content(archive, "a/../../secret"));
                assertTrue(archive.find("../secret").isEmpty());
                assertTrue(
                        archive.defects().getFirst().text().startsWith("name steps up by .."),
                        () -> archive.defects().toString());
            }
        }
    }

    @Test
    void aMemberOfTheNameOfAWayIsNoWay() throws Exception {
        var inner = aTar().file("b", "inner").end().bytes();
        var outer = aTar().file("a", inner).file("a: b", "outer").end().bytes();
        try (var archive = open(outer);
                var nested =
                        archive.nested(archive.find("a").orElseThrow(), Progress.unwatched())) {
            var others = new java.util.LinkedHashMap<String, Archive>();
            others.put("a", nested);
            var joined = Archive.joined(archive, others);
            var bytes =
                    joined.members().stream()
                            .filter(member -> member.name().equals("a: b"))
                            .map(
                                    member -> {
                                        try {
                                            return new String(joined.open(member).bytes(0, 5));
                                        } catch (EvidenceException e) {
                                            throw new AssertionError(e);
                                        }
                                    })
                            .toList();
            assertEquals(List.of("outer", "inner"), bytes);
        }
    }

    @Test
    void linksOfAFolderAreNeverFollowed() throws Exception {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "links can be made");
        var outside = Files.createDirectory(folder.resolve("outside"));
        Files.write(outside.resolve("secret"), SECRET);
        var evidence = Files.createDirectory(folder.resolve("dump"));
        Files.createSymbolicLink(evidence.resolve("file"), Path.of("../outside/secret"));
        Files.createSymbolicLink(evidence.resolve("folder"), Path.of("../outside"));
        Files.createSymbolicLink(evidence.resolve("self"), Path.of("."));
        try (var archive = Archive.open(evidence, Progress.unwatched())) {
            assertEquals(
                    List.of("file", "folder", "self"),
                    archive.members().stream().map(Member::name).toList());
            for (var member : archive.members()) {
                assertNoContent(archive, member.name());
            }
        }
    }
}
