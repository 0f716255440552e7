package org.icecore.checkpoint.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.FdinfoEntry;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;

/// Reads descriptor tables, each once: tasks can share one.
final class DescriptorReader {

    private final ImageSet images;
    private final Map<Long, OpenFile> files;
    private final SignalOwners owners;
    private final DanglingFiles dangling;
    private final Consumer<Defect> defects;
    private final Shared shared = new Shared();
    private final Map<Long, Observed<List<FileDescriptor>>> tables = new HashMap<>();
    private final Optional<String> noFiles;
    private Optional<DescriptorList> last = Optional.empty();
    /// How many the heap has room for, in all tables together.
    private long room = Runtime.getRuntime().maxMemory() / 2 / DescriptorList.BYTES_EACH;

    DescriptorReader(
            ImageSet images,
            Map<Long, OpenFile> files,
            SignalOwners owners,
            DanglingFiles dangling,
            Consumer<Defect> defects) {
        this.images = images;
        this.files = files;
        this.owners = owners;
        this.dangling = dangling;
        this.defects = defects;
        this.noFiles = images.noFiles();
    }

    /// The table of that number, `fdinfo-ID.img`.
    Observed<List<FileDescriptor>> table(long id) {
        return tables.computeIfAbsent(id, _ -> read(ImageName.of(ImageKind.FDINFO, id)));
    }

    private Observed<List<FileDescriptor>> read(ImageName name) {
        var source = images.open(name);
        if (source.isEmpty()) {
            return Observed.notCaptured(images.absence(name));
        }
        var whole = source.get().locate(new ByteRange(0, source.get().size()));
        var list = new DescriptorList(whole, files, owners, noFiles);
        images.broken(source.get(), name, entry -> append(list, entry))
                .map(Defect::toString)
                .ifPresent(list::lost);
        list.sorted();
        last.ifPresent(list::share);
        last = Optional.of(list);
        for (var i = 1; i < list.size(); i++) {
            if (list.number(i) == list.number(i - 1)) {
                defects.accept(
                        new Defect(
                                list.get(i).at(),
                                "descriptor %d is listed a second time; both are shown"
                                        .formatted(list.number(i))));
            }
        }
        return Observed.present(list, whole);
    }

    /// What the table says against what the file is. Both are shown.
    private void check(FdinfoEntry info, ImageEntry entry) {
        if (info.getFd() < 0) {
            defects.accept(
                    new Defect(
                            entry.at(),
                            "descriptor %s: no task can have one of that number"
                                    .formatted(Integer.toUnsignedString(info.getFd()))));
        }
        dangling.check(
                DanglingFiles.Reference.DESCRIPTOR,
                Integer.toUnsignedLong(info.getId()),
                entry.at());
        var file = files.get(Integer.toUnsignedLong(info.getId()));
        if (file != null && info.hasType() && !FileTypes.fits(info.getType(), file)) {
            defects.accept(
                    new Defect(
                            entry.at(),
                            "descriptor %s is said to be of type %s, but file %s is of the kind %s"
                                    .formatted(
                                            Integer.toUnsignedString(info.getFd()),
                                            info.getType(),
                                            file.id(),
                                            file.kind())));
        }
    }

    /// Many sockets have one context.
    private void label(DescriptorList list, FdinfoEntry info, ImageEntry entry) {
        if (info.hasXattrSecuritySelinux()) {
            room--;
            list.label(
                    entry.range(), shared.of(EvidenceText.of(info.getXattrSecuritySelinuxBytes())));
        }
    }

    private void append(DescriptorList list, ImageEntry entry) {
        if (entry.message() instanceof FdinfoEntry info) {
            if (--room >= 0) {
                check(info, entry);
                list.append(info.getFd(), info.getId(), info.getFlags(), entry.range());
                label(list, info, entry);
            } else if (room == -1) {
                defects.accept(
                        new Defect(
                                entry.at(),
                                "more descriptors than the memory of this program has room for; those from here on"
                                        + " are left out"));
            }
        }
    }
}
