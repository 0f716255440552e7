package org.icecore.checkpoint.join;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;

/// Remarks on members that no engine writes: nothing is lost by them, but they say something of whoever made the archive,
/// and whoever unpacks it elsewhere gets something else.
record OddMembers(Archive archive, Consumer<Defect> defects) {

    private static final int MOST = 20;
    private static final String WAY = ": ";

    void tell() {
        long collisions = 0;
        long devices = 0;
        Optional<Member> device = Optional.empty();
        for (var member : archive.members()) {
            if (isDevice(member)) {
                devices++;
                device = device.or(() -> Optional.of(member));
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

    private static boolean isDevice(Member member) {
        return switch (member.type()) {
            case CHARACTER_DEVICE, BLOCK_DEVICE -> true;
            case FILE, DIRECTORY, SYMBOLIC_LINK, HARD_LINK, FIFO, OTHER -> false;
        };
    }

    /// A member whose name has no upper case where that of `member` has some.
    private Optional<Member> collision(Member member) {
        var name = member.name();
        int way = name.lastIndexOf(WAY);
        var start = way < 0 ? 0 : way + WAY.length();
        var lower = name.substring(0, start) + name.substring(start).toLowerCase(Locale.ROOT);
        return lower.equals(name) ? Optional.empty() : archive.find(lower);
    }
}
