package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.dump.DumpLog;
import org.icecore.checkpoint.dump.EngineDocument;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.checkpoint.layout.Documents;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;

/// What an engine writes beside the images, by the form of its export, and CRIU's log.
///
/// Sources: libpod `container_internal_common.go`, CRI-O `internal/lib/checkpoint.go`, containerd
/// `internal/cri/server/container_checkpoint_linux.go`.
record EngineDocuments(Archive archive, Arrangement arrangement) {

    /// CRIU, containerd's shim, LXC before a full dump, a Java machine with CRaC; Docker keeps it deeper.
    private static final List<String> LOGS =
            List.of("dump.log", "criu-dump.log", "criu.work/dump.log", "pre-dump.log", "dump4.log");

    /// CRIU's log; why there is none where there is none.
    Observed<DumpLog> log() {
        var found = logMember();
        if (found.isEmpty()) {
            return Observed.notCaptured(archive.loss().explain(noLog()));
        }
        try {
            return DumpLogReader.read(archive.beginning(found.get()), found.get().name());
        } catch (EvidenceException e) {
            return Observed.malformed(e);
        }
    }

    private Optional<Member> logMember() {
        var folders = new ArrayList<String>();
        if (arrangement.hasImages()) {
            folders.add(arrangement.images());
        }
        folders.add(arrangement.documents().directory());
        return folders.stream()
                .flatMap(folder -> LOGS.stream().map(name -> folder + name))
                .flatMap(name -> archive.find(name).stream())
                .filter(member -> member.type() == Member.Type.FILE)
                .findFirst();
    }

    private String noLog() {
        return switch (arrangement.layout().form()) {
            case PODMAN, PODMAN_PRE_CHECKPOINT ->
                    "dump.log is not in the checkpoint: Podman does not export it, it stays on the host";
            case CONTAINERD_INDEX ->
                    "dump.log is not in the checkpoint: containerd's index does not keep it";
            case RUNTIME ->
                    "dump.log is not in the checkpoint: OCI runtimes write it into the folder that --work-path names";
            case CRIO, CONTAINERD, EXPORT, DOCKER, LXC, CRIU -> "dump.log is not in the checkpoint";
        };
    }

    /// What the form of the export has, there or not.
    List<EngineDocument> all() {
        return switch (arrangement.layout().form()) {
            case PODMAN, PODMAN_PRE_CHECKPOINT ->
                    List.of(
                            config(),
                            specification(),
                            named(
                                    Documents.NETWORK,
                                    "addresses of the container",
                                    "no addresses are known, or the container had no network of its own"),
                            named(
                                    "devshm-checkpoint.tar",
                                    "the files in /dev/shm",
                                    "the files in /dev/shm are unknown"),
                            difference(
                                    "it was left out with --ignore-rootfs, or nothing was written"),
                            deleted(),
                            volumes(),
                            named(
                                    "ctr.log",
                                    "what the container printed",
                                    "Podman exports it only with the log drivers k8s-file and json-file"));
            case CRIO ->
                    List.of(
                            config(),
                            specification(),
                            named(
                                    "bind.mounts",
                                    "which files and folders of the host were mounted",
                                    "which folders of the host were mounted is told by spec.dump alone"),
                            difference("nothing was written"),
                            deleted(),
                            named(
                                    "io.kubernetes.cri-o.LogPath",
                                    "what the container printed",
                                    "what the container printed is unknown"),
                            never("volumes", "the files in volumes"),
                            never("devshm-checkpoint.tar", "the files in /dev/shm"));
            case CONTAINERD ->
                    List.of(
                            config(),
                            specification(),
                            named(
                                    "status.dump",
                                    "the container's state as Kubernetes saw it",
                                    "times and mounts as Kubernetes saw them are unknown"),
                            named(
                                    "status",
                                    "when the container was created and started",
                                    "when it was started is unknown"),
                            difference("the layer was not written"),
                            named(
                                    "container.log",
                                    "what the container printed",
                                    "what the container printed is unknown"),
                            never("volumes", "the files in volumes"),
                            never(Documents.NETWORK, "addresses of the container"));
            case CONTAINERD_INDEX ->
                    List.of(
                            specification(),
                            difference(
                                    "the checkpoint was made without --rw, or the layer is missing"),
                            never(Documents.CONFIG, "name and times of the container"),
                            never("volumes", "the files in volumes"));
            case EXPORT -> List.of(config(), specification(), difference("nothing was written"));
            case RUNTIME, DOCKER, LXC, CRIU -> List.of();
        };
    }

    private EngineDocument config() {
        return named(
                Documents.CONFIG,
                "name, image, engine and times of the container",
                "which container this was is known from elsewhere only");
    }

    private EngineDocument specification() {
        return named(
                Documents.SPECIFICATION,
                "what the container was allowed and asked to run",
                "mounts, capabilities and command that were asked for are unknown");
    }

    private EngineDocument difference(String otherwise) {
        return named(
                Documents.ROOTFS_DIFF,
                "files that were added to the root file system or changed",
                "added and changed files are unknown: " + otherwise);
    }

    private EngineDocument deleted() {
        return named(
                Documents.DELETED_FILES,
                "files that were deleted from the root file system",
                "nothing was deleted, or the root file system was left out");
    }

    private EngineDocument volumes() {
        var folder = arrangement.documents().directory() + "volumes/";
        return new EngineDocument(
                "volumes",
                "the files in named volumes, one archive for each",
                archive.members().stream()
                        .filter(member -> member.name().startsWith(folder))
                        .filter(member -> member.type() == Member.Type.FILE)
                        .toList(),
                "the container had no named volumes, or they were left out with --ignore-volumes");
    }

    private EngineDocument named(String name, String holds, String absence) {
        return new EngineDocument(
                name,
                holds,
                arrangement.documents().member(archive, name).stream().toList(),
                arrangement
                        .documents()
                        .instead(archive, name)
                        .map(instead -> "%s %s".formatted(name, instead.defect()))
                        .orElseGet(() -> archive.loss().explain(absence)));
    }

    private EngineDocument never(String name, String holds) {
        return new EngineDocument(
                name,
                holds,
                arrangement.documents().member(archive, name).stream().toList(),
                "%s never exports it".formatted(arrangement.layout().form().engine().label()));
    }
}
