package org.icecore.checkpoint.join;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.MemberKind;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageMagic;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;

/// Tells what each member of the archive is.
final class MemberReader {

    /// What Podman, CRI-O, containerd and LXC lay beside the images; and what they lay beside the containers of a pod.
    private static final Set<String> ENGINE_FILES =
            Set.of(
                    "config.dump",
                    "spec.dump",
                    "network.status",
                    "status.dump",
                    "status",
                    "deleted.files",
                    "rootfs-diff.tar",
                    "devshm-checkpoint.tar",
                    "bind.mounts",
                    "io.kubernetes.cri-o.LogPath",
                    "container.log",
                    "ctr.log",
                    "tty.info",
                    "pod.options",
                    "pod.dump",
                    "checkpoint-manifest.json",
                    "pod-config.json",
                    "checkpointed.pods");

    private static final MemberKind ENGINE_FILE = new MemberKind.EngineFile();
    private static final MemberKind OTHER = new MemberKind.Other();

    private final Archive archive;
    private final String directory;
    private final OwnNames names;
    private final Set<String> spread;
    private final StaleImages stale;
    /// One for each kind: a dump can have a hundred thousand images.
    private final Map<ImageKind, MemberKind> images = new EnumMap<>(ImageKind.class);

    /// @param directory path of the dump in the archive, as [ImageSet#directory()] has it
    MemberReader(Archive archive, String directory, Arrangement arrangement, StaleImages stale) {
        this.archive = archive;
        this.names = new OwnNames(arrangement);
        this.spread = Set.copyOf(arrangement.spread().values());
        this.directory = directory;
        this.stale = stale;
    }

    List<CheckpointMember> read() {
        return MemberList.of(archive.members(), names, this::sort, this::inDump, this::isStale);
    }

    /// Bytes of the `pages-` images of the dump itself; the archive may hold others.
    static long memoryBytes(Archive archive, String directory) {
        var bytes = new AtomicLong();
        archive.below(
                directory,
                (name, member) -> {
                    if (member.type() == Member.Type.FILE
                            && ImageName.of(name)
                                    .filter(image -> image.kind() == ImageKind.PAGES)
                                    .isPresent()) {
                        bytes.addAndGet(member.size());
                    }
                });
        return bytes.get();
    }

    private boolean inDump(Member member) {
        return !spread.isEmpty() ? spread.contains(member.name()) : inDirectory(member);
    }

    private boolean inDirectory(Member member) {
        return new MemberPath(member.name()).isFileIn(directory);
    }

    private MemberKind sort(Member member) {
        if (member.type() != Member.Type.FILE) {
            return OTHER;
        }
        var fileName = new MemberPath(member.name()).last();
        var image = ImageName.of(fileName);
        if (image.isPresent()) {
            return images.computeIfAbsent(
                    image.get().kind(), one -> new MemberKind.Image(one.name()));
        }
        if (ENGINE_FILES.contains(fileName)) {
            return ENGINE_FILE;
        }
        if (!inDump(member)) {
            return OTHER;
        }
        return fileName.equals(ImageSet.CIPHER) ? new MemberKind.Keys() : unnamed(member, fileName);
    }

    private boolean isStale(Member member) {
        return member.type() == Member.Type.FILE
                && ImageName.of(new MemberPath(member.name()).last())
                        .filter(stale::contains)
                        .isPresent()
                && inDump(member);
    }

    /// A file beside the images whose name CRIU gives to none of the kinds that are known.
    private MemberKind unnamed(Member member, String fileName) {
        var magic = magic(member);
        return magic.isPresent() || fileName.endsWith(".img")
                ? new MemberKind.UnknownImage(
                        magic.map(ImageMagic::toString), magic.flatMap(ImageMagic::kind))
                : OTHER;
    }

    private Optional<ImageMagic> magic(Member member) {
        try {
            return ImageMagic.of(archive.beginning(member));
        } catch (EvidenceException _) {
            // A member whose content is not there: the archive's own defects say so.
            return Optional.empty();
        }
    }
}
