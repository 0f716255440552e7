package org.icecore.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The records of a pax extended header that say something about a member: `length key=value\n`, length in decimal and
/// of the whole record (POSIX.1-2017, pax, "pax Extended Header"). Keys that Icecore does not use are passed over.
final class PaxRecords {

    private static final Set<String> FOR_ONE_MEMBER =
            Set.of(
                    "size",
                    "GNU.sparse.name",
                    "GNU.sparse.realsize",
                    "GNU.sparse.size",
                    "GNU.sparse.major",
                    "GNU.sparse.map");
    private static final Set<String> FOR_MANY = Set.of("path", "linkpath", "uid", "gid", "mtime");

    private final Map<String, TarText> values = new HashMap<>();

    /// The runs of a sparse file in the GNU formats 0.0 and 0.1: offset, length, offset, length and so on.
    private final List<String> sparseRuns = new ArrayList<>();

    /// Takes over what `other` says for all members to come.
    void putAll(PaxRecords other) {
        other.values.forEach(
                (key, value) -> {
                    if (FOR_MANY.contains(key)) {
                        values.put(key, value);
                    }
                });
    }

    void put(String key, TarText value) {
        values.put(key, value);
    }

    Optional<TarText> get(String key) {
        // A record without a value takes an earlier one back.
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    List<String> sparseRuns() {
        return sparseRuns;
    }

    /// Reads all records of `bytes`; returns what is wrong with them, or nothing.
    Optional<String> read(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            int digits = at;
            int length = 0;
            while (digits < bytes.length
                    && bytes[digits] >= '0'
                    && bytes[digits] <= '9'
                    && length <= bytes.length) {
                length = length * 10 + bytes[digits++] - '0';
            }
            if (digits == at || digits >= bytes.length || bytes[digits] != ' ') {
                return Optional.of(
                        "pax record at 0x%x does not begin with its length".formatted(at));
            }
            int end = at + length;
            if (length > bytes.length - at || end <= digits + 2 || bytes[end - 1] != '\n') {
                return Optional.of(
                        "pax record at 0x%x of its header claims %d bytes, which do not end in a line end"
                                .formatted(at, length));
            }
            record(bytes, digits + 1, end - 1);
            at = end;
        }
        return Optional.empty();
    }

    private void record(byte[] bytes, int start, int end) {
        int equals = start;
        while (equals < end && bytes[equals] != '=') {
            equals++;
        }
        if (equals == end) {
            return;
        }
        var key = new String(bytes, start, equals - start, StandardCharsets.UTF_8);
        var value = TarText.of(bytes, equals + 1, end);
        switch (key) {
            case "GNU.sparse.offset", "GNU.sparse.numbytes" -> sparseRuns.add(value.value());
            default -> {
                if (FOR_ONE_MEMBER.contains(key) || FOR_MANY.contains(key)) {
                    values.put(key, value);
                }
            }
        }
    }
}
