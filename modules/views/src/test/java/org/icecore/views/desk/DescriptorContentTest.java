package org.icecore.views.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.StoredFiles;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DescriptorContentTest {

    @Nested
    class InTheIncident {
        @Test
        void aFileOfMemoryHasItsContentInTheCheckpoint() throws EvidenceException {
            try (var incident = Incident.compared()) {
                var beacon = content(incident.checkpoint("after"), 72, 4);
                assertTrue(beacon.isThere());
                var found = beacon.find(Progress.unwatched()).orElseThrow();
                assertTrue(found instanceof ArtefactRef.OfOpenFile, found::text);
                assertEquals(14648, size(incident.checkpoint("after"), found));
            }
        }

        @Test
        void aDeviceHasNone() throws EvidenceException {
            try (var incident = Incident.compared()) {
                var device = content(incident.checkpoint("after"), 1, 0);
                assertFalse(device.isThere());
                assertEquals(Optional.empty(), device.find(Progress.unwatched()));
            }
        }
    }

    /// Task 10 of the zoo: `ground-truth-AB` tells its descriptors.
    @Nested
    class InTheZoo {
        @Test
        void anUnlinkedFileHasTheContentOfItsGhost() throws EvidenceException {
            try (var incident = Incident.closed()) {
                var zoo = zoo(incident);
                var found = content(zoo, 10, 5).find(Progress.unwatched()).orElseThrow();
                assertTrue(found instanceof ArtefactRef.OfOpenFile, found::text);
                assertEquals(40, size(zoo, found));
            }
        }

        @Test
        void aFileThatWasWrittenHasTheContentOfTheExport() throws EvidenceException {
            try (var incident = Incident.closed()) {
                var zoo = zoo(incident);
                assertEquals(
                        Optional.of(new ArtefactRef.OfRootfsEntry(zoo.id(), "/data/data.bin")),
                        content(zoo, 10, 3).find(Progress.unwatched()));
            }
        }

        private Checkpoint zoo(Incident incident) {
            var evidence = Optional.ofNullable(System.getenv("ICECORE_EVIDENCE")).map(Path::of);
            assumeTrue(
                    evidence.isPresent(),
                    "ICECORE_EVIDENCE names no folder with all of the evidence");
            incident.bench()
                    .open(List.of(evidence.get().resolve("podman-web").resolve("after.tar.zst")));
            incident.until("open", () -> !incident.bench().open().isEmpty());
            return incident.checkpoint("after");
        }
    }

    private static DescriptorContent content(Checkpoint checkpoint, int pid, int fd) {
        return new DescriptorContent(
                checkpoint,
                new ArtefactRef.OfDescriptor(checkpoint.id(), new Pid(pid), new FdNumber(fd)));
    }

    private static long size(Checkpoint checkpoint, ArtefactRef ref) {
        return StoredFiles.of(checkpoint, ref, Progress.unwatched())
                .found()
                .orElseThrow()
                .bytes()
                .size();
    }
}
