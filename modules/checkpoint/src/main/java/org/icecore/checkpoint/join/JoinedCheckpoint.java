package org.icecore.checkpoint.join;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.DumpAccount;
import org.icecore.checkpoint.KernelState;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.DumpStatistics;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.container.Layout;
import org.icecore.checkpoint.container.Pod;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.namespace.HostName;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// What [CheckpointJoin] found.
///
/// @param defects those that were found on opening
record JoinedCheckpoint(
        CheckpointId id,
        Archive archive,
        InnerArchives inner,
        Layout layout,
        Optional<String> imageDirectory,
        Ancestry ancestry,
        Container container,
        Observed<Pod> pod,
        Observed<Inventory> inventory,
        Observed<DumpStatistics> statistics,
        Observed<Instant> written,
        TaskTree tasks,
        List<OpenFile> files,
        List<GhostFile> ghostFiles,
        List<Mount> mounts,
        Observed<HostName> hostName,
        Observed<List<RootfsChange>> rootfsChanges,
        KernelState kernel,
        DumpAccount account,
        List<CheckpointMember> members,
        long memoryBytes,
        List<Defect> defects)
        implements Checkpoint {

    @Override
    public Archive within(Member member, Progress progress) throws EvidenceException {
        return inner.of(member, progress);
    }

    @Override
    public Optional<Archive> knownWithin(Member member) {
        return inner.known(member);
    }

    @Override
    public List<Defect> defects() {
        var late = inner.defects();
        return late.isEmpty()
                ? defects
                : Stream.concat(defects.stream(), late.stream()).distinct().toList();
    }

    @Override
    public void close() {
        inner.close();
        archive.close();
    }
}
