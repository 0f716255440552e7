package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our index of a tar against that of commons-compress, which knows nothing of it.
@DisplayName("The index of a tar agrees with an independent reader")
class IndependentReaderTest {

    private static void assertAgreement(byte[] tar) throws IOException, EvidenceException {
        var index = TarIndex.of(ByteSource.of("x.tar", tar), Progress.unwatched());
        assertEquals(List.of(), index.defects());
        try (var file = new TarFile(tar)) {
            var theirs = new ArrayList<String>();
            for (var entry : file.getEntries()) {
                var digest =
                        Digest.of(
                                ByteSource.of("content", file.getInputStream(entry).readAllBytes()),
                                Progress.unwatched());
                theirs.add(
                        "%s %o %d:%d %d %s %s %s"
                                .formatted(
                                        entry.getName(),
                                        entry.getMode() & 07777,
                                        entry.getLongUserId(),
                                        entry.getLongGroupId(),
                                        entry.isFile() && !entry.isLink() ? entry.getRealSize() : 0,
                                        entry.getLastModifiedTime().toInstant(),
                                        entry.getLinkName(),
                                        entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()
                                                ? digest.hex()
                                                : ""));
            }
            var ours = new ArrayList<String>();
            for (var member : index.members()) {
                var hasContent = member.type() == Member.Type.FILE;
                ours.add(
                        "%s %o %d:%d %d %s %s %s"
                                .formatted(
                                        member.name(),
                                        member.mode(),
                                        member.uid(),
                                        member.gid(),
                                        member.size(),
                                        member.modified(),
                                        member.linkTarget(),
                                        hasContent
                                                ? Digest.of(
                                                                index.open(member),
                                                                Progress.unwatched())
                                                        .hex()
                                                : ""));
            }
            assertEquals(String.join("\n", theirs), String.join("\n", ours));
            assertTrue(!ours.isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX})
    @DisplayName("on archives that the other library wrote")
    void writtenByTheOther(int longNames) throws IOException, EvidenceException {
        var random = new Random(longNames);
        var bytes = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(bytes, "UTF-8")) {
            out.setLongFileMode(longNames);
            out.setBigNumberMode(
                    longNames == TarArchiveOutputStream.LONGFILE_GNU
                            ? TarArchiveOutputStream.BIGNUMBER_STAR
                            : TarArchiveOutputStream.BIGNUMBER_POSIX);
            out.setAddPaxHeadersForNonAsciiNames(true);
            for (var i = 0; i < 200; i++) {
                var name =
                        "d%d/%s%s"
                                .formatted(
                                        i,
                                        "long-".repeat(random.nextInt(60)),
                                        i % 7 == 0 ? "名前-ملف" : "f");
                var content = new byte[random.nextInt(2000)];
                random.nextBytes(content);
                var entry = new TarArchiveEntry(name);
                entry.setSize(content.length);
                entry.setMode(0100000 | random.nextInt(010000));
                entry.setGroupId(random.nextInt(5_000_000));
                entry.setUserId(i % 5 == 0 ? 3_000_000 : random.nextInt(70_000));
                entry.setModTime(1_795_301_378_000L + 1000L * i);
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
        }
        assertAgreement(bytes.toByteArray());
    }

    @Test
    @DisplayName("on real checkpoints")
    void realCheckpoints() throws IOException, EvidenceException {
        var repository =
                Path.of(
                        System.getProperty("icecore.root"),
                        "modules/fixtures/evidence/podman-counter");
        for (var name : List.of("before.tar", "after.tar")) {
            assertAgreement(Files.readAllBytes(repository.resolve(name)));
        }
        var all = System.getenv("ICECORE_EVIDENCE");
        assumeTrue(
                all != null,
                "ICECORE_EVIDENCE is not set: only the repository's own archives were compared");
        for (var name :
                List.of("incident/before.tar", "incident/after.tar", "podman-criu411/after.tar")) {
            assertAgreement(Files.readAllBytes(Path.of(all, name)));
        }
    }
}
