package org.icecore.views.recovered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.icecore.analysis.content.RecoveredFileTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.checkpoint.content.StoredFiles;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.views.bench.Incident;
import org.icecore.views.desk.StoredFileContent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The beacon of the incident ran from an unlinked file and from a memfd; `truth/GROUND-TRUTH.md` has its digest.
class RecoveredFilesTest {
    private static final String BEACON =
            "cc27ab03ce66bddbfb29639dd50f24113dfb39d503374bde1138cf0a531453aa";
    private static final Incident INCIDENT = Incident.compared();

    @AfterAll
    static void close() {
        INCIDENT.close();
    }

    @Nested
    class AnUnlinkedFile {
        @Test
        void isListedWithThoseWhoHoldIt() {
            var row = row("/tmp/.x");
            assertEquals(RecoveredFileTable.Kind.GHOST_FILE, row.kind());
            assertEquals("56 exe", row.holders().getFirst());
        }

        @Test
        void isWholeAgain() throws EvidenceException {
            assertEquals(BEACON, digest(row("/tmp/.x").ref()));
        }
    }

    @Nested
    class AFileOfMemory {
        @Test
        void isListedOnceHoweverOftenItIsOpen() {
            assertEquals(
                    1,
                    RecoveredFileTable.of(after()).rows().stream()
                            .filter(row -> row.name().contains("kworker"))
                            .count());
        }

        @Test
        void isWholeAgain() throws EvidenceException {
            assertEquals(BEACON, digest(row("/memfd:kworker (deleted)").ref()));
        }

        @Test
        void isShownByTheEditorOfBytesAsItIs() {
            var content = new StoredFileContent(file(row("/memfd:kworker (deleted)").ref()));
            var bytes = content.read(0, 4);
            assertEquals(0x7f, bytes.value(0));
            assertEquals('E', bytes.value(1));
            assertTrue(content.origin(0).startsWith("this checkpoint, checkpoint/pages-"));
            assertEquals("", content.origin(1L << 40));
        }
    }

    @Nested
    class AnExportedFile {
        @Test
        void isReadInPlace() throws EvidenceException {
            var file = file(new ArtefactRef.OfRootfsEntry(after().id(), "/etc/cron.d/sysupd"));
            assertEquals(63, file.bytes().size());
            assertTrue(
                    new String(file.bytes().bytes(0, 63), StandardCharsets.UTF_8).contains("root"));
        }

        @Test
        void thatWasDeletedHasNoContent() {
            assertEquals(
                    Optional.of("the export holds no content of /etc/debian_version"),
                    StoredFiles.of(
                                    after(),
                                    new ArtefactRef.OfRootfsEntry(
                                            after().id(), "/etc/debian_version"),
                                    Progress.unwatched())
                            .absence());
        }
    }

    private static Checkpoint after() {
        return INCIDENT.checkpoint("after");
    }

    private static RecoveredFileTable.Row row(String name) {
        return RecoveredFileTable.of(after()).rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StoredFile file(ArtefactRef ref) {
        return StoredFiles.of(after(), ref, Progress.unwatched()).found().orElseThrow();
    }

    private static String digest(ArtefactRef ref) throws EvidenceException {
        return Digest.of(file(ref).bytes(), Progress.unwatched()).hex();
    }
}
