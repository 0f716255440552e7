package org.icecore.checkpoint.join;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.Remap;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.RegFileEntry;
import org.icecore.criu.proto.RemapFilePathEntry;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;

/// Reads files with a path.
///
/// @param images tell the machine whose flags they are
/// @param remaps where those are kept whose path leads nowhere any more, by the ids of the files
/// @param lost whether the image of them may have had more
record RegularFileReader(ImageSet images, Map<Integer, RemapFilePathEntry> remaps, boolean lost) {

    private static final int UNDEFINED_MOUNT = -1;
    private static final Remap LOST = new Remap(Remap.Kind.LOST, 0);

    static RegularFileReader of(ImageSet images) {
        var remaps = new LinkedHashMap<Integer, RemapFilePathEntry>();
        var name = ImageName.of(ImageKind.REMAP_FPATH);
        var image = images.read(name);
        image.stream()
                .flatMap(one -> one.messages(RemapFilePathEntry.class).stream())
                .forEach(remap -> remaps.putIfAbsent(remap.getOrigId(), remap));
        var lost = image.map(RegularFileReader::isDamaged).orElseGet(() -> images.has(name));
        return new RegularFileReader(images, remaps, lost);
    }

    private static boolean isDamaged(ImageFile image) {
        return image.defects().stream().anyMatch(defect -> defect.kind() != Defect.Kind.ODD);
    }

    OpenFile read(FileId id, RegFileEntry file, Location at) {
        return new OpenFile.RegularFile(
                id,
                EvidenceText.of(file.getNameBytes()),
                Fields.flags(file.getFlags(), images.machine()),
                file.getPos(),
                file.getMntId() == UNDEFINED_MOUNT
                        ? OptionalInt.empty()
                        : OptionalInt.of(file.getMntId()),
                file.hasSize() ? OptionalLong.of(file.getSize()) : OptionalLong.empty(),
                file.hasMode() ? OptionalInt.of(file.getMode()) : OptionalInt.empty(),
                buildId(file.getBuildIdList()),
                checksum(file),
                file.getExt(),
                Optional.ofNullable(remaps.get(file.getId()))
                        .map(RegularFileReader::remap)
                        .or(() -> lost ? Optional.of(LOST) : Optional.empty()),
                at);
    }

    /// The note's bytes, packed into words in the byte order of the dumped computer, which for all that record it is
    /// little-endian.
    private static Optional<String> buildId(List<Integer> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        words.stream()
                                .map(word -> "%08x".formatted(Integer.reverseBytes(word)))
                                .collect(Collectors.joining()));
    }

    private static Optional<OpenFile.Checksum> checksum(RegFileEntry file) {
        return file.hasChecksum()
                ? Optional.of(
                        new OpenFile.Checksum(
                                Integer.toUnsignedLong(file.getChecksum()),
                                Fields.word(file.hasChecksumConfig(), file.getChecksumConfig()),
                                Fields.word(
                                        file.hasChecksumParameter(), file.getChecksumParameter())))
                : Optional.empty();
    }

    private static Remap remap(RemapFilePathEntry remap) {
        // A number that the schema does not name is kept as an unknown field.
        if (remap.getUnknownFields().hasField(RemapFilePathEntry.REMAP_TYPE_FIELD_NUMBER)) {
            return new Remap(Remap.Kind.OTHER, Integer.toUnsignedLong(remap.getRemapId()));
        }
        var kind =
                !remap.hasRemapType()
                        // Images from before the field existed know ghost files (bit 31 set) and
                        // links.
                        ? remap.getRemapId() < 0 ? Remap.Kind.GHOST : Remap.Kind.LINKED
                        : switch (remap.getRemapType()) {
                            case LINKED -> Remap.Kind.LINKED;
                            case GHOST -> Remap.Kind.GHOST;
                            case PROCFS -> Remap.Kind.PROCFS;
                        };
        var id = remap.hasRemapType() ? remap.getRemapId() : remap.getRemapId() & Integer.MAX_VALUE;
        return new Remap(kind, Integer.toUnsignedLong(id));
    }
}
