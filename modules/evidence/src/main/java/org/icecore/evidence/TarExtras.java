package org.icecore.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Reads what a tar tells of a member besides size, mode, number of the owner and time of modification.
///
/// What is wrong here is left out: nothing else hangs on it.
///
/// @param header of the member
/// @param records of its extended headers
record TarExtras(TarHeader header, PaxRecords records) {

    MemberExtras read(Member.Type type) {
        var extras =
                new MemberExtras(
                        name("uname", TarField.USER),
                        name("gname", TarField.GROUP),
                        device(type),
                        time("atime", TarField.STAR_ACCESSED),
                        time("ctime", TarField.STAR_CHANGED),
                        records.extended());
        return extras.equals(MemberExtras.NONE) ? MemberExtras.NONE : extras;
    }

    /// Before POSIX there were no names in headers.
    private String name(String key, TarField field) {
        return records.get(key)
                .or(() -> header.hasMagic() ? Optional.of(header.text(field)) : Optional.empty())
                .map(TarText::value)
                .orElse("");
    }

    private Optional<Member.Device> device(Member.Type type) {
        return switch (type) {
            case CHARACTER_DEVICE, BLOCK_DEVICE ->
                    number("SCHILY.devmajor", TarField.DEVICE_MAJOR)
                            .flatMap(
                                    major ->
                                            number("SCHILY.devminor", TarField.DEVICE_MINOR)
                                                    .map(minor -> new Member.Device(major, minor)));
            case FILE, DIRECTORY, SYMBOLIC_LINK, HARD_LINK, FIFO, OTHER -> Optional.empty();
        };
    }

    private Optional<Long> number(String key, TarField field) {
        var record = records.get(key);
        try {
            if (record.isPresent()) {
                return Optional.of(Long.parseLong(record.get().value()));
            }
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
        var number = header.number(field);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private Optional<Instant> time(String key, TarField field) {
        try {
            var record = records.get(key);
            if (record.isPresent()) {
                return Optional.of(PaxTime.parse(record.get().value()));
            }
            var seconds = header.number(field);
            return header.isStar() && seconds.isPresent() && seconds.getAsLong() != 0
                    ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
                    : Optional.empty();
        } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
