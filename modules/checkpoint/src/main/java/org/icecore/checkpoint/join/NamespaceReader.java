package org.icecore.checkpoint.join;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.namespace.HostName;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.Fstype;
import org.icecore.criu.proto.MntEntry;
import org.icecore.criu.proto.UtsnsEntry;
import org.icecore.evidence.Location;

/// Reads mounts and host names.
record NamespaceReader(ImageSet images) {

    List<Mount> mounts() {
        return images.names().stream()
                .filter(name -> name.kind() == ImageKind.MNTS)
                .flatMap(
                        name ->
                                images.read(name).stream()
                                        .flatMap(
                                                image ->
                                                        image.entries().stream()
                                                                .filter(
                                                                        entry ->
                                                                                entry.message()
                                                                                        instanceof
                                                                                        MntEntry)
                                                                .map(
                                                                        entry ->
                                                                                mount(
                                                                                        name.id()
                                                                                                .orElse(
                                                                                                        0),
                                                                                        (MntEntry)
                                                                                                entry
                                                                                                        .message(),
                                                                                        entry
                                                                                                .at()))))
                .toList();
    }

    private static Mount mount(long namespace, MntEntry mount, Location at) {
        return new Mount(
                namespace,
                mount.getMntId(),
                mount.getParentMntId(),
                type(mount, at),
                EvidenceText.of(mount.getRootBytes()),
                EvidenceText.of(mount.getMountpointBytes()),
                EvidenceText.of(mount.getSourceBytes()),
                EvidenceText.of(mount.getOptionsBytes()),
                mount.getFlags(),
                mount.hasSbFlags() ? OptionalInt.of(mount.getSbFlags()) : OptionalInt.empty(),
                mount.getDeleted(),
                Integer.toUnsignedLong(mount.getRootDev()),
                group(mount.getSharedId()),
                group(mount.getMasterId()),
                mount.getInternalSharing(),
                mount.getWithPlugin(),
                externalKey(mount),
                at);
    }

    /// Before there was a field for it, the root of an external mount was the key.
    private static Optional<String> externalKey(MntEntry mount) {
        if (mount.hasExtKey()) {
            return Optional.of(EvidenceText.of(mount.getExtKeyBytes()));
        }
        return mount.getExtMount()
                ? Optional.of(EvidenceText.of(mount.getRootBytes()))
                : Optional.empty();
    }

    /// CRIU writes 0 for none.
    private static OptionalInt group(int id) {
        return id == 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /// As the kernel spells it. CRIU numbers the file systems it makes again, and of the others it writes out the name or nothing.
    private static Observed<String> type(MntEntry mount, Location at) {
        if (mount.hasFsname()) {
            return Observed.present(EvidenceText.of(mount.getFsnameBytes()), at);
        }
        return switch (Fstype.forNumber(mount.getFstype())) {
            case null ->
                    Observed.notCaptured(
                            "this release does not know the file system that CRIU numbers %s"
                                    .formatted(Integer.toUnsignedString(mount.getFstype())));
            case UNSUPPORTED ->
                    Observed.notCaptured(
                            "CRIU records no type of a file system that it does not make again itself");
            case OVERLAYFS -> Observed.present("overlay", at);
            case Fstype type -> Observed.present(type.name().toLowerCase(Locale.ROOT), at);
        };
    }

    Observed<HostName> hostName() {
        var name =
                images.names().stream()
                        .filter(image -> image.kind() == ImageKind.UTSNS)
                        .findFirst();
        if (name.isEmpty()) {
            return Observed.notCaptured(
                    images.mayLack()
                            ? images.explain("no utsns image is in the checkpoint")
                            : "no utsns image is in the checkpoint: the container may share the host's name");
        }
        return images.read(name.get()).stream()
                .flatMap(image -> image.entries().stream())
                .filter(entry -> entry.message() instanceof UtsnsEntry)
                .findFirst()
                .map(
                        entry -> {
                            var uts = (UtsnsEntry) entry.message();
                            return Observed.present(
                                    new HostName(
                                            EvidenceText.of(uts.getNodenameBytes()),
                                            EvidenceText.of(uts.getDomainnameBytes())),
                                    entry.at());
                        })
                .orElseGet(() -> Observed.notCaptured(images.absence(name.get())));
    }
}
