package org.icecore.checkpoint.join;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;

/// Remarks on members that no engine writes: nothing is lost by them, but they say something of whoever made the archive,
/// and whoever unpacks it elsewhere gets something else.
record OddMembers(Archive archive, Consumer<Defect> defects) {

    private static final int MOST = 20;
    /// Images that are larger are not read for a remark.
    private static final long MOST_BYTES = 16L << 20;

    void tell() {
        long collisions = 0;
        long devices = 0;
        int replaced = 0;
        Optional<Member> device = Optional.empty();
        for (var member : archive.members()) {
            if (isDevice(member)) {
                devices++;
                device = device.or(() -> Optional.of(member));
            }
            var last = archive.find(member.name()).filter(found -> found != member);
            if (last.isPresent() && replaced++ < MOST && replacesAnImage(last.get(), member)) {
                defects.accept(
                        new Defect(
                                Location.of(member.name(), 0, last.get().size()),
                                "is there more than once, and the last, which counts as with tar -x, is no image although an earlier one is; that one is not read"));
            }
            var other = collision(member);
            if (other.isPresent() && collisions++ < MOST) {
                odd(
                        member,
                        "is told from %s by upper and lower case alone: where that does not count, one replaces the other"
                                .formatted(other.get().name()));
            }
        }
        if (collisions > MOST) {
            odd(
                    archive.members().getFirst(),
                    "%,d more names are told from others by upper and lower case alone"
                            .formatted(collisions - MOST));
        }
        if (device.isPresent()) {
            odd(
                    device.get(),
                    devices == 1
                            ? "is a device, which no engine puts beside a checkpoint; it is not opened"
                            : "is the first of %,d devices, which no engine puts beside a checkpoint; they are not opened"
                                    .formatted(devices));
        }
    }

    private void odd(Member member, String text) {
        defects.accept(new Defect(Location.of(member.name(), 0, 0), text, Defect.Kind.ODD));
    }

    /// Whether the last member of a name holds nothing of an image, and an earlier one does.
    private boolean replacesAnImage(Member last, Member earlier) {
        var name = earlier.name();
        var image = ImageName.of(new MemberPath(name).last());
        return image.isPresent() && isImage(earlier, image.get()) && !isImage(last, image.get());
    }

    private boolean isImage(Member member, ImageName name) {
        if (member.type() != Member.Type.FILE || member.size() > MOST_BYTES) {
            return false;
        }
        try {
            return !ImageFile.read(archive.open(member), name).entries().isEmpty();
        } catch (EvidenceException _) {
            // Whoever reads it says so.
            return false;
        }
    }

    private static boolean isDevice(Member member) {
        return switch (member.type()) {
            case CHARACTER_DEVICE, BLOCK_DEVICE -> true;
            case FILE, DIRECTORY, SYMBOLIC_LINK, HARD_LINK, FIFO, OTHER -> false;
        };
    }

    /// A member whose name has no upper case where that of `member` has some.
    private Optional<Member> collision(Member member) {
        var path = new MemberPath(member.name());
        var lower = path.archive() + path.inArchive().toLowerCase(Locale.ROOT);
        return lower.equals(member.name()) ? Optional.empty() : archive.find(lower);
    }
}
