package org.icecore.analysis.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.content.Damage;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Loss;
import org.icecore.evidence.MemberPath;

/// Whether something that a checkpoint does not have was not there when it was taken: what its archive has lost, and what a
/// dump of its kind never holds, need not have come or gone.
final class Absences {

    private static final String DESCRIPTORS = "fdinfo-";

    private final Checkpoint checkpoint;
    private final Loss loss;
    private final Damage damage;
    private final boolean damaged;
    private final Map<ChangeKind, Optional<String>> doubts = new EnumMap<>(ChangeKind.class);
    private final Map<ChangeKind, Optional<String>> names = new EnumMap<>(ChangeKind.class);

    Absences(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.loss = checkpoint.archive().loss();
        this.damage = new Damage(checkpoint);
        this.damaged =
                checkpoint.defects().stream().anyMatch(defect -> defect.kind() != Defect.Kind.ODD);
    }

    /// Why nothing follows from the absence of a thing of that kind; empty if it was not there.
    Optional<String> doubt(ChangeKind kind) {
        return doubts.computeIfAbsent(kind, this::find);
    }

    private Optional<String> find(ChangeKind kind) {
        return switch (kind) {
            case MEMBER, METADATA, CREDENTIAL, ENVIRONMENT, LIMIT, REGISTERS, MEMORY -> lost();
            case NAMESPACE ->
                    image().or(() -> broken("ipcns-var-", "timens-", "userns-", "pidns-"))
                            .or(this::lost);
            case TERMINAL -> in(false, "tty-info.img", "tty.img");
            case VOLUME -> lost();
            case ROOTFS -> lost().or(this::cutExport).or(this::withoutExport);
            case TASK, THREAD ->
                    unlisted().or(() -> in(checkpoint.tasks().size() == 0, "pstree.img"));
            // Mappings are compared where both layouts were read, which come whole or not at all.
            case MAPPING -> Optional.empty();
            case DESCRIPTOR -> in(false, DESCRIPTORS);
            case SOCKET ->
                    in(
                                    checkpoint.files().isEmpty(),
                                    "files.img",
                                    "reg-files.img",
                                    "inetsk.img",
                                    "unixsk.img",
                                    "packetsk.img",
                                    "netlinksk.img")
                            .or(this::unlistedFile)
                            .or(() -> broken(DESCRIPTORS))
                            .or(() -> broken("ids-"));
            case LOCK -> in(false, "filelocks");
            case QUEUE ->
                    in(false, "pipes-data.img", "fifo-data.img", "sk-queues.img")
                            .or(() -> nameless(ChangeKind.QUEUE));
            case IPC -> in(false, "ipcns-");
            case CGROUP -> in(true, "cgroup.img");
            case MOUNT -> in(checkpoint.mounts().isEmpty(), "mountpoints-");
            case HOST_NAME -> in(false, "utsns-");
            case SIGNAL -> in(false, "signal-", "core-");
            case TIMER -> in(false, "itimers-", "posix-timers-", "core-");
            case TMPFS ->
                    image().or(() -> broken("tmpfs-"))
                            .or(() -> nameless(ChangeKind.TMPFS))
                            .or(this::lost);
            case GHOST_FILE ->
                    image().or(() -> broken("ghost-file", "remap-fpath.img"))
                            .or(() -> nameless(ChangeKind.GHOST_FILE))
                            .or(this::lost);
            case NETWORK ->
                    image().or(() -> broken("netns-", "ifaddr-", "route", "rule-", "nftables-"))
                            .or(this::lost);
        };
    }

    /// What images beginning with one of these names tell.
    ///
    /// @param needed whether there is nothing of what each whole dump has, so that the images must be there to say so
    private Optional<String> in(boolean needed, String... names) {
        return image().or(() -> broken(names))
                .or(
                        () ->
                                (needed || loss != Loss.NONE) && missing(names)
                                        ? Optional.of(
                                                loss.explain(
                                                        "it has no "
                                                                + names[0]
                                                                + (names[0].endsWith("-")
                                                                        ? " image"
                                                                        : "")))
                                        : Optional.empty());
    }

    /// Why things of that kind may not be known under their names; empty if they are. Their names stand in another image.
    Optional<String> nameless(ChangeKind kind) {
        return names.computeIfAbsent(
                kind,
                _ ->
                        switch (kind) {
                            case GHOST_FILE ->
                                    broken("remap-fpath.img", "files.img", "reg-files.img");
                            case TMPFS -> broken("mountpoints-");
                            case QUEUE ->
                                    broken("files.img", "unixsk.img", "pipes.img", "fifo.img");
                            default -> Optional.empty();
                        });
    }

    /// Whether any image is damaged, so that what is not there may be lost.
    boolean damaged() {
        return damaged;
    }

    private Optional<String> image() {
        if (checkpoint.imageDirectory().isEmpty()
                && checkpoint.tasks().size() == 0
                && checkpoint.mounts().isEmpty()) {
            return Optional.of(loss.explain("the part that CRIU wrote is missing"));
        }
        return checkpoint.inventory().found().filter(Inventory::ofPreDump).isPresent()
                ? Optional.of("it is a pre-dump, which holds memory alone")
                : Optional.empty();
    }

    /// An engine that exports the root file system leaves the export out where nothing was changed; others never make one.
    private Optional<String> withoutExport() {
        return switch (checkpoint.layout().form()) {
            case PODMAN, CRIO, CONTAINERD, EXPORT -> Optional.empty();
            case PODMAN_PRE_CHECKPOINT, CONTAINERD_INDEX, RUNTIME, DOCKER, LXC, CRIU ->
                    checkpoint
                            .rootfsChanges()
                            .absence()
                            .map(reason -> "it has no export: " + reason);
        };
    }

    private Optional<String> unlisted() {
        return image().or(
                        () ->
                                checkpoint.tasks().all().stream()
                                        .map(Task::kin)
                                        .map(Observed::absence)
                                        .flatMap(Optional::stream)
                                        .findFirst());
    }

    private Optional<String> cutExport() {
        return damage.ofRootfs().stream().findFirst();
    }

    private Optional<String> broken(String... names) {
        return damage.of(names);
    }

    /// Why a descriptor is of a file that no image lists: there are files of which nothing is known, sockets among them.
    private Optional<String> unlistedFile() {
        return checkpoint.tasks().all().stream()
                .flatMap(task -> task.descriptors().found().stream())
                .flatMap(List::stream)
                .flatMap(descriptor -> descriptor.file().absence().stream())
                .findFirst();
    }

    private boolean missing(String... names) {
        return checkpoint.members().stream()
                .filter(CheckpointMember::inDump)
                .noneMatch(member -> begins(new MemberPath(member.member().name()).last(), names));
    }

    private Optional<String> lost() {
        return loss == Loss.NONE ? Optional.empty() : Optional.of(loss.explain("it has none"));
    }

    private static boolean begins(String name, String... names) {
        return List.of(names).stream().anyMatch(name::startsWith);
    }
}
