package org.icecore.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads whose the members of a tar archive are, what may be done with them, when they were modified, and their extended
/// attributes.
final class TarAttributes {

    /// What may be kept of the extended attributes of all members: a root file system has some dozens.
    private static final long MOST_EXTENDED = 16 << 20;

    private static final int EXTENDED_WEIGHT = 100;

    private final TarValues values;
    private Optional<Member.Attributes> last = Optional.empty();
    private long extendedLeft = MOST_EXTENDED;

    TarAttributes(TarValues values) {
        this.values = values;
    }

    /// Those of the entry before, where they are the same: as a rule all members of a dump are of one user and one second.
    Member.Attributes of(Member.Type type, TarHeader header, long position, PaxRecords records) {
        var attributes =
                new Member.Attributes(
                        type,
                        (int) values.number(header, TarField.MODE, position, 0) & 07777,
                        owner("uid", header, TarField.UID, position, records),
                        owner("gid", header, TarField.GID, position, records),
                        modified(header, position, records),
                        extras(type, header, position, records));
        if (!attributes.equals(last.orElse(null))) {
            last = Optional.of(attributes);
        }
        return last.get();
    }

    private MemberExtras extras(
            Member.Type type, TarHeader header, long position, PaxRecords records) {
        var extras = new TarExtras(header, records).read(type);
        long kept = extras.extended().stream().mapToLong(TarAttributes::weight).sum();
        if (kept > extendedLeft) {
            if (extendedLeft > 0) {
                values.complain(
                        position,
                        "extended attributes take more than %d MiB; those from here on are not kept"
                                .formatted(MOST_EXTENDED >> 20));
            }
            extendedLeft = 0;
            return new MemberExtras(
                    extras.user(),
                    extras.group(),
                    extras.device(),
                    extras.accessed(),
                    extras.changed(),
                    List.of());
        }
        extendedLeft -= kept;
        return extras;
    }

    private static long weight(ExtendedAttribute attribute) {
        return EXTENDED_WEIGHT
                + attribute.name().length()
                + Math.min(attribute.size(), ExtendedAttribute.KEPT);
    }

    private long owner(
            String key, TarHeader header, TarField field, long position, PaxRecords records) {
        return records.get(key)
                .map(text -> values.decimal(text, position, key).orElse(-1))
                .orElseGet(() -> values.number(header, field, position, -1));
    }

    private Instant modified(TarHeader header, long position, PaxRecords records) {
        try {
            return records.get("mtime")
                    .map(text -> PaxTime.parse(text.value()))
                    .orElseGet(
                            () ->
                                    Instant.ofEpochSecond(
                                            values.number(header, TarField.MODIFIED, position, 0)));
        } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
            values.complain(position, "time of modification is not a time; shown as 1970");
            return Instant.EPOCH;
        }
    }
}
