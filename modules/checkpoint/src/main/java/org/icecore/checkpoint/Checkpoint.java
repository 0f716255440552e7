package org.icecore.checkpoint;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.DumpStatistics;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.container.Layout;
import org.icecore.checkpoint.container.Pod;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.checkpoint.container.UnknownFields;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.Remap;
import org.icecore.checkpoint.join.CheckpointJoin;
import org.icecore.checkpoint.join.RemnantCheck;
import org.icecore.checkpoint.join.UnknownFieldReader;
import org.icecore.checkpoint.namespace.HostName;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;
import org.icecore.evidence.Progress;

/// The saved state of one container, opened for reading.
///
/// Everything is joined when it is opened, but for page contents, which are read where they lie. Safe for use by
/// several threads; valid until closed.
public interface Checkpoint extends AutoCloseable {

    /// Opens the checkpoint in the file or directory `path`.
    ///
    /// @param id how it is to be called among the opened ones
    /// @throws EvidenceException if it is no archive, or no checkpoint
    static Checkpoint open(Path path, CheckpointId id, Progress progress) throws EvidenceException {
        return open(CheckpointSource.of(path), id, progress);
    }

    /// As [#open(Path, CheckpointId, Progress)], with a say in which of several, and with the parents of an incremental one.
    ///
    /// @throws SeveralCheckpointsException if more than one is there and none was named
    /// @throws EvidenceException if a parent is supplied that is none of this checkpoint
    static Checkpoint open(CheckpointSource source, CheckpointId id, Progress progress)
            throws EvidenceException {
        return CheckpointJoin.open(source, id, progress);
    }

    /// The checkpoints in the file or directory `path`, wherever in it they lie; empty if there are none.
    ///
    /// Compressed archives within are unpacked to look into them, and again when one of them is opened.
    ///
    /// @throws EvidenceException if it is no archive
    static List<CheckpointCandidate> all(Path path, Progress progress) throws EvidenceException {
        return all(CheckpointSource.of(path), progress);
    }

    /// As [#all(Path, Progress)], with a say in how far what is compressed is unpacked. The candidates keep it, and the parents.
    ///
    /// @throws EvidenceException if it is no archive
    static List<CheckpointCandidate> all(CheckpointSource source, Progress progress)
            throws EvidenceException {
        return find(source, progress).candidates();
    }

    /// As [#all(CheckpointSource, Progress)], with what is wrong with things that may hold more.
    ///
    /// @throws EvidenceException if it is no archive
    static CheckpointsFound find(CheckpointSource source, Progress progress)
            throws EvidenceException {
        return CheckpointJoin.find(source, progress);
    }

    /// Whether an image in an opened archive is a remnant of an earlier dump into the same folder, as
    /// [CheckpointMember#stale()] has it: no process that the process tree beside it lists is the one that it is of.
    static boolean isRemnant(Archive archive, Member image, Progress progress) {
        return RemnantCheck.isRemnant(archive, image, progress);
    }

    /// How it is called among the opened ones.
    CheckpointId id();

    /// The archive it lies in.
    Archive archive();

    /// The archive that lies in a member, such as the files of a tmpfs. Unpacked when it is first asked for, and closed with the
    /// checkpoint: not for the thread of a window.
    ///
    /// @param progress of the unpacking
    /// @throws EvidenceException if it is no archive, cannot be read, or is larger than may be unpacked
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    Archive within(Member member, Progress progress) throws EvidenceException;

    /// The archive that lies in a member, if it was asked for before.
    Optional<Archive> knownWithin(Member member);

    /// How its parts lie in the archive.
    Layout layout();

    /// The directory with its images, as the names of their members begin: ends in `/` or `: `, empty at the top of the
    /// archive. Nothing if CRIU's part is missing.
    Optional<String> imageDirectory();

    /// Whether pages of it lie in other dumps, and whether those are here.
    Ancestry ancestry();

    /// The container; its fields are empty where the engine's files are absent.
    Container container();

    /// The pod that it belongs to, where documents of a checkpoint of the whole pod lie around it; what its own documents say
    /// of the pod is in [#container()].
    Observed<Pod> pod();

    /// The root of the dump.
    Observed<Inventory> inventory();

    /// What CRIU counted.
    Observed<DumpStatistics> statistics();

    /// When the images were written, by the modification time that the archive keeps of them: the latest of `inventory.img`
    /// and `pstree.img`. Not every engine says itself when the checkpoint was taken.
    Observed<Instant> written();

    /// The tasks.
    TaskTree tasks();

    /// All open files, in the order of their ids.
    List<OpenFile> files();

    /// Unlinked files whose content the checkpoint keeps.
    List<GhostFile> ghostFiles();

    /// The content that the checkpoint keeps of `file`, if its path leads nowhere any more. The id of a remap of another kind
    /// counts something else, and may be that of a ghost by chance.
    default Optional<GhostFile> ghost(OpenFile file) {
        return file instanceof OpenFile.RegularFile regular
                ? regular.remap()
                        .filter(remap -> remap.kind() == Remap.Kind.GHOST)
                        .flatMap(
                                remap ->
                                        ghostFiles().stream()
                                                .filter(ghost -> ghost.id() == remap.id())
                                                .findFirst())
                : Optional.empty();
    }

    /// The mounts of all mount namespaces, in the order of the images.
    List<Mount> mounts();

    /// Host name of the first UTS namespace.
    Observed<HostName> hostName();

    /// What the engine exported of the root file system.
    Observed<List<RootfsChange>> rootfsChanges();

    /// What the kernel kept for the tasks besides memory and open files.
    KernelState kernel();

    /// How the dump was made and whether it is whole.
    DumpAccount account();

    /// The archive's members and what is known of them.
    List<CheckpointMember> members();

    /// As [#unknownFields(CheckpointMember, Progress)], for images that are read in a moment.
    ///
    /// @throws EvidenceException if the member cannot be opened
    default UnknownFields unknownFields(CheckpointMember member) throws EvidenceException {
        return unknownFields(member, Progress.unwatched());
    }

    /// What the messages of `member` hold that this release does not know; nothing if it is not an image with messages. Reads
    /// the image anew: not for the thread of a window.
    ///
    /// @param progress told of the bytes that were read
    /// @throws EvidenceException if the member cannot be opened
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    default UnknownFields unknownFields(CheckpointMember member, Progress progress)
            throws EvidenceException {
        return UnknownFieldReader.read(archive(), member.member(), progress);
    }

    /// Bytes of all `pages-` images of this dump.
    long memoryBytes();

    /// What is wrong with the evidence, in the order in which it was found. All images are gone through on opening; what is wrong
    /// with a tmpfs or a volume is found, and is here from then on, when [#within] first looks into it.
    List<Defect> defects();

    /// The reference to this checkpoint.
    default ArtefactRef ref() {
        return new ArtefactRef.OfCheckpoint(id());
    }

    /// A short name of the whole: the container's name and its id among the opened ones, once where they are the same.
    default String title() {
        var name = name();
        return Stream.of(name.split("/")).anyMatch(id().value()::equals) && isBareFolder()
                ? name
                : "%s (%s)".formatted(name, id());
    }

    /// How the container is called in a line: by Kubernetes' name for it, which tells it from others of its pod; where no name
    /// and no id are known, as in a bare folder of images, by that folder.
    default String name() {
        var container = container();
        var kubernetes =
                Stream.of("io.kubernetes.container.name", "io.kubernetes.cri.container-name")
                        .map(container.annotations()::get)
                        .filter(Objects::nonNull)
                        .filter(told -> !told.isBlank())
                        .findFirst();
        if (kubernetes.isPresent()) {
            return kubernetes.get();
        }
        return folder().orElseGet(container::title);
    }

    /// The folder of bare images, from the name of the opened folder on; empty for what has a name, and for any other archive.
    private Optional<String> folder() {
        return isBareFolder()
                ? Optional.ofNullable(archive().path().toAbsolutePath().normalize().getFileName())
                        .map(
                                name ->
                                        imageDirectory()
                                                .map(MemberPath::new)
                                                .map(MemberPath::name)
                                                .filter(below -> !below.isEmpty())
                                                .map(below -> name + "/" + below)
                                                .orElseGet(name::toString))
                : Optional.empty();
    }

    /// The member of that name; the last one where a name occurs twice.
    default Optional<CheckpointMember> member(String name) {
        return members().stream()
                .filter(member -> member.member().name().equals(name))
                .reduce((_, last) -> last);
    }

    /// Whether it is a folder of images of which no engine tells whose they are.
    default boolean isBareFolder() {
        return archive().packing() == Archive.Packing.DIRECTORY
                && container().name().isEmpty()
                && container().id().isEmpty();
    }

    @Override
    void close();
}
