package org.icecore.checkpoint.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.OciMount;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;
import org.icecore.evidence.Progress;

/// Finds the files of the tmpfs mounts that a checkpoint keeps, and of the named volumes that Podman exports with it.
///
/// An image is unpacked when it is first asked for, into a working copy that goes with the checkpoint.
public final class TmpfsFiles {

    /// Source: libpod `container_internal_common.go`.
    private static final String DEVSHM = "devshm-checkpoint.tar";

    private static final String VOLUMES = "volumes/";
    private static final String TAR = ".tar";
    private static final String DATA = "/_data";

    private TmpfsFiles() {}

    /// The named volumes, in the order of the archive. Nothing is unpacked.
    public static List<Tmpfs> volumes(Checkpoint checkpoint) {
        return checkpoint.members().stream()
                .filter(TmpfsFiles::isVolume)
                .map(member -> of(checkpoint, member.member()))
                .toList();
    }

    /// Whether a member keeps a named volume.
    public static boolean isVolume(CheckpointMember member) {
        return member.member().type() == Member.Type.FILE
                && member.own()
                        .filter(own -> own.startsWith(VOLUMES))
                        .filter(TmpfsFiles::isVolume)
                        .isPresent();
    }

    /// Whether a member of that name is `volumes/NAME.tar` of an export.
    private static boolean isVolume(String name) {
        int file = name.lastIndexOf('/') + 1;
        int folder = file - VOLUMES.length();
        return name.endsWith(TAR)
                && folder >= 0
                && name.startsWith(VOLUMES, folder)
                && (folder == 0
                        || name.charAt(folder - 1) == '/'
                        || name.startsWith(MemberPath.INTO, folder - 2));
    }

    /// The name of the volume that an archive in `volumes/` keeps.
    public static String volumeName(Tmpfs volume) {
        return volumeName(volume.image().name());
    }

    private static String volumeName(String member) {
        var file = new MemberPath(member).last();
        return file.substring(0, file.length() - TAR.length());
    }

    /// The named volumes that the engine mounted, exported or not: where it mounted each, by its name.
    public static SequencedMap<String, String> mountedVolumes(Checkpoint checkpoint) {
        var mounted = new LinkedHashMap<String, String>();
        for (var mount : checkpoint.container().mounts()) {
            volumeOf(mount).ifPresent(name -> mounted.putIfAbsent(name, mount.destination()));
        }
        return mounted;
    }

    /// The engine mounts a volume from a folder of its name.
    private static Optional<String> volumeOf(OciMount mount) {
        var folder = mount.source();
        if (!folder.endsWith(DATA)) {
            return Optional.empty();
        }
        var above = folder.substring(0, folder.length() - DATA.length());
        int name = above.lastIndexOf('/') + 1;
        return name < above.length() && above.startsWith(VOLUMES, name - VOLUMES.length())
                ? Optional.of(above.substring(name))
                : Optional.empty();
    }

    private static Optional<String> volumeMountPoint(Checkpoint checkpoint, String member) {
        return Optional.ofNullable(mountedVolumes(checkpoint).get(volumeName(member)));
    }

    /// The images of tmpfs, in the order of the archive. Nothing is unpacked.
    public static List<Tmpfs> in(Checkpoint checkpoint) {
        return checkpoint.members().stream()
                .filter(TmpfsFiles::isTmpfs)
                .map(member -> of(checkpoint, member.member()))
                .toList();
    }

    private static Tmpfs of(Checkpoint checkpoint, Member image) {
        if (isVolume(image.name())) {
            return new Tmpfs(image, volumeMountPoint(checkpoint, image.name()));
        }
        return new Tmpfs(
                image,
                image.name().endsWith(DEVSHM)
                        ? Optional.of("/dev/shm")
                        : mountPoint(checkpoint, image));
    }

    /// Whether a member keeps a tmpfs: an image of CRIU, or the archive that Podman makes of a `/dev/shm` of its own.
    public static boolean isTmpfs(CheckpointMember member) {
        return member.member().type() == Member.Type.FILE
                && (member.inDump()
                                && member.image().isPresent()
                                && isTmpfs(imageName(member.member().name()))
                        || member.own().filter(DEVSHM::equals).isPresent());
    }

    private static boolean isTmpfs(Optional<ImageName> name) {
        return name.map(ImageName::kind)
                .filter(kind -> kind == ImageKind.TMPFS_DEV || kind == ImageKind.TMPFS_IMG)
                .isPresent();
    }

    /// What the last part of a member's name says.
    private static Optional<ImageName> imageName(String member) {
        return ImageName.of(new MemberPath(member).last());
    }

    /// All that lies in a tmpfs, in the order of its archive.
    ///
    /// @throws EvidenceException if it is no archive, or larger than may be unpacked
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    public static Listing list(Checkpoint checkpoint, Tmpfs tmpfs, Progress progress)
            throws EvidenceException {
        var archive = checkpoint.within(tmpfs.image(), progress);
        return new Listing(files(tmpfs, archive), archive.defects());
    }

    /// Looks into each tmpfs and each volume, so that [Checkpoint#defects()] has what is wrong with them. What was looked into
    /// before is not unpacked again.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    public static void lookInto(Checkpoint checkpoint, Progress progress) {
        Stream.concat(in(checkpoint).stream(), volumes(checkpoint).stream())
                .forEach(
                        tmpfs -> {
                            try {
                                checkpoint.within(tmpfs.image(), progress);
                            } catch (EvidenceException _) {
                                // The checkpoint keeps why, and so does the table of the files.
                            }
                        });
    }

    /// What a tmpfs holds.
    ///
    /// @param defects what is wrong with its archive: the list may not be whole
    public record Listing(List<TmpfsFile> files, List<Defect> defects) {
        public Listing {
            files = List.copyOf(files);
            defects = List.copyOf(defects);
        }
    }

    /// The file of that name as a member, of an image that was listed before. Nothing is unpacked.
    public static Optional<TmpfsFile> known(Checkpoint checkpoint, String member) {
        return tmpfs(checkpoint, member)
                .flatMap(
                        tmpfs ->
                                checkpoint
                                        .knownWithin(tmpfs.image())
                                        .flatMap(archive -> archive.find(within(tmpfs, member)))
                                        .map(entry -> new TmpfsFile(tmpfs, entry)));
    }

    /// The tmpfs that a file of that name lies in, be the file there or not. Does not go through all members: it is asked for
    /// each of many files.
    static Optional<Tmpfs> tmpfs(Checkpoint checkpoint, String member) {
        for (var way = member.indexOf(MemberPath.INTO);
                way >= 0;
                way = member.indexOf(MemberPath.INTO, way + 1)) {
            var name = member.substring(0, way);
            var image =
                    isTmpfs(imageName(name)) || name.endsWith(DEVSHM) || isVolume(name)
                            ? checkpoint.archive().find(name)
                            : Optional.<Member>empty();
            if (image.isPresent()) {
                return Optional.of(of(checkpoint, image.get()));
            }
        }
        return Optional.empty();
    }

    /// The content of a file in a tmpfs.
    static Observed<StoredFile> open(
            Checkpoint checkpoint, Tmpfs tmpfs, String member, Progress progress) {
        try {
            var archive = checkpoint.within(tmpfs.image(), progress);
            var entry = archive.find(within(tmpfs, member));
            if (entry.isEmpty()) {
                return Observed.notCaptured(
                        archive.loss()
                                .explain(
                                        "%s is not in the %s"
                                                .formatted(
                                                        member,
                                                        isVolume(tmpfs.image().name())
                                                                ? "volume"
                                                                : "tmpfs")));
            }
            var file = new TmpfsFile(tmpfs, entry.get());
            if (entry.get().type() != Member.Type.FILE) {
                return Observed.notCaptured(file.path() + " is not a file and has no content");
            }
            return Observed.present(
                    StoredFile.of(file.path(), archive.beginning(entry.get()), entry.get().size()),
                    file.at());
        } catch (EvidenceException e) {
            return Observed.malformed(e);
        }
    }

    private static String within(Tmpfs tmpfs, String member) {
        return member.substring(tmpfs.image().name().length() + MemberPath.INTO.length());
    }

    private static List<TmpfsFile> files(Tmpfs tmpfs, Archive archive) {
        return archive.members().stream().map(entry -> new TmpfsFile(tmpfs, entry)).toList();
    }

    /// Newer images are numbered by the device of the file system, older ones by the mount.
    private static Optional<String> mountPoint(Checkpoint checkpoint, Member image) {
        return imageName(image.name())
                .flatMap(
                        name ->
                                checkpoint.mounts().stream()
                                        .filter(Mount::isTmpfs)
                                        .filter(mount -> mount.root().equals("/"))
                                        .filter(mount -> isOf(mount, name))
                                        .findFirst())
                .map(Mount::mountPoint);
    }

    private static boolean isOf(Mount mount, ImageName name) {
        long told = name.kind() == ImageKind.TMPFS_DEV ? mount.device() : mount.id();
        return name.id().isPresent() && name.id().getAsLong() == told;
    }
}
