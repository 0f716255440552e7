package org.icecore.checkpoint.join;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.MemfdFileEntry;
import org.icecore.criu.proto.MemfdInodeEntry;
import org.icecore.evidence.Location;

/// Reads files that lie in memory alone.
///
/// @param images tell the machine whose flags they are
/// @param inodes what they are, by the ids of the inodes
record MemoryFileReader(ImageSet images, Map<Long, Located> inodes) {

    /// An inode, and where it lies.
    record Located(MemfdInodeEntry message, Location at) {}

    static MemoryFileReader of(ImageSet images) {
        var inodes = new LinkedHashMap<Long, Located>();
        var image = images.read(ImageName.of(ImageKind.MEMFD_INODE));
        if (image.isPresent()) {
            for (var entry : image.get().entries()) {
                if (entry.message() instanceof MemfdInodeEntry inode) {
                    inodes.putIfAbsent(inode.getInodeId(), new Located(inode, entry.at()));
                }
            }
        }
        return new MemoryFileReader(images, inodes);
    }

    OpenFile read(FileId id, MemfdFileEntry file, Location at) {
        var located = Optional.ofNullable(inodes.get(Integer.toUnsignedLong(file.getInodeId())));
        var inode = located.map(Located::message);
        return new OpenFile.MemFd(
                id,
                Fields.flags(file.getFlags(), images.machine()),
                file.getPos(),
                Integer.toUnsignedLong(file.getInodeId()),
                inode.map(found -> EvidenceText.of(found.getNameBytes())),
                inode.map(found -> OptionalLong.of(found.getSize())).orElse(OptionalLong.empty()),
                inode.map(found -> OptionalLong.of(Integer.toUnsignedLong(found.getShmid())))
                        .orElse(OptionalLong.empty()),
                inode.map(found -> OptionalInt.of(found.getSeals())).orElse(OptionalInt.empty()),
                located.map(found -> inode(found.message(), found.at())),
                at);
    }

    private static OpenFile.MemFdInode inode(MemfdInodeEntry inode, Location at) {
        return new OpenFile.MemFdInode(
                Integer.toUnsignedLong(inode.getUid()),
                Integer.toUnsignedLong(inode.getGid()),
                inode.hasMode() ? OptionalInt.of(inode.getMode()) : OptionalInt.empty(),
                inode.hasHugetlbFlag()
                        ? OptionalInt.of(inode.getHugetlbFlag())
                        : OptionalInt.empty(),
                at);
    }
}
