package org.icecore.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// The records of a pax extended header that say something about a member: `length key=value\n`, length in decimal and
/// of the whole record (POSIX.1-2017, pax, "pax Extended Header"). Keys that Icecore does not use are passed over.
final class PaxRecords {

    /// POSIX lets a header for all members give all of them one name or one size; nothing can mean that.
    private static final Set<String> FOR_ONE_MEMBER =
            Set.of(
                    "path",
                    "linkpath",
                    "size",
                    "GNU.sparse.name",
                    "GNU.sparse.realsize",
                    "GNU.sparse.size",
                    "GNU.sparse.major",
                    "GNU.sparse.map");
    private static final Set<String> FOR_MANY =
            Set.of(
                    "uid",
                    "gid",
                    "mtime",
                    "atime",
                    "ctime",
                    "uname",
                    "gname",
                    "SCHILY.devmajor",
                    "SCHILY.devminor");

    /// What star and GNU tar, libarchive and Red Hat's tar put before the name of an extended attribute.
    private static final String XATTR = "SCHILY.xattr.";

    private static final String XATTR_BASE64 = "LIBARCHIVE.xattr.";
    private static final String ACL = "SCHILY.acl.";
    private static final String SELINUX = "RHT.security.selinux";
    private static final int LONGEST_NAME = 255;

    private final Map<String, TarText> values = new HashMap<>();

    /// The runs of a sparse file in the GNU formats 0.0 and 0.1: offset, length, offset, length and so on.
    private final List<String> sparseRuns = new ArrayList<>();

    private final SequencedMap<String, ExtendedAttribute> extended = new LinkedHashMap<>();

    /// Takes over what `other` says for all members to come.
    void putAll(PaxRecords other) {
        other.values.forEach(
                (key, value) -> {
                    if (FOR_MANY.contains(key)) {
                        values.put(key, value);
                    }
                });
    }

    /// What a header for all members says although it can be of one alone, in words; empty if there is nothing.
    String ofOneMember() {
        return values.entrySet().stream()
                .filter(record -> FOR_ONE_MEMBER.contains(record.getKey()))
                .map(record -> record.getKey() + " " + Quoted.of(record.getValue().value()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    void put(String key, TarText value) {
        values.put(key, value);
    }

    Optional<TarText> get(String key) {
        // A record without a value takes an earlier one back.
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    /// The extended attributes; of a name that occurs twice the last.
    List<ExtendedAttribute> extended() {
        return List.copyOf(extended.values());
    }

    List<String> sparseRuns() {
        return sparseRuns;
    }

    /// Reads all records of `bytes`; returns what is wrong with them, or nothing.
    ///
    /// @param position where they begin in the archive
    Optional<String> read(byte[] bytes, long position) {
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
            record(bytes, digits + 1, end - 1, position);
            at = end;
        }
        return Optional.empty();
    }

    private void record(byte[] bytes, int start, int end, long position) {
        int equals = start;
        while (equals < end && bytes[equals] != '=') {
            equals++;
        }
        if (equals == end) {
            return;
        }
        var key = new String(bytes, start, equals - start, StandardCharsets.UTF_8);
        var attribute = attribute(key);
        if (attribute.isPresent()) {
            attribute(attribute.get(), key, bytes, equals + 1, end, position);
            return;
        }
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

    /// The extended attribute that a record of that key is of.
    private static Optional<String> attribute(String key) {
        for (var prefix : List.of(XATTR, XATTR_BASE64)) {
            if (key.startsWith(prefix)) {
                return Optional.of(key.substring(prefix.length()));
            }
        }
        if (key.startsWith(ACL)) {
            return Optional.of(key.substring("SCHILY.".length()));
        }
        return key.equals(SELINUX) ? Optional.of("security.selinux") : Optional.empty();
    }

    /// libarchive writes each attribute twice, once in base64; the plain one counts.
    private void attribute(
            String name, String key, byte[] bytes, int start, int end, long position) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return;
        }
        var at = new ByteRange(position + start, position + end);
        var value = Arrays.copyOfRange(bytes, start, end);
        if (key.startsWith(XATTR_BASE64)) {
            if (extended.containsKey(name)) {
                return;
            }
            try {
                value = Base64.getMimeDecoder().decode(value);
            } catch (IllegalArgumentException _) {
                // Kept as it is written.
            }
        }
        extended.put(
                name,
                new ExtendedAttribute(
                        name,
                        Arrays.copyOf(value, Math.min(value.length, ExtendedAttribute.KEPT)),
                        value.length,
                        at));
    }
}
