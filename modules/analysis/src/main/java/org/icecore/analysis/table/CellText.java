package org.icecore.analysis.table;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How values are written, the same in every medium: sizes, addresses, moments, durations, absences.
public final class CellText {

    private static final DateTimeFormatter EXACT_MOMENT =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendLiteral(" UTC")
                    .toFormatter(Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private CellText() {}

    /// The cell in one line: `10.2 MiB`, `0x7f2f369d0000`, `2026-11-21 22:52:01 UTC`, `not captured: reason`.
    public static String text(Cell cell) {
        return switch (cell) {
            case Cell.Absent(var absence, var reason) -> absence.label() + ": " + reason;
            case Cell.Checksum(var digest) -> digest.toString();
            default -> brief(cell);
        };
    }

    /// As [#text(Cell)], but an absence without its reason and a digest shortened in the middle: for narrow columns that
    /// show [#detail(Cell)] on demand.
    public static String brief(Cell cell) {
        return switch (cell) {
            case Cell.Text(var value) -> value;
            case Cell.Number(var value) -> Long.toString(value);
            case Cell.Address(var value) -> address(value);
            case Cell.Range(var value) -> value.toString();
            case Cell.Bytes(var value) -> size(value);
            case Cell.Duration(var micros) -> duration(micros);
            case Cell.Timestamp(var value) -> moment(value);
            case Cell.Flag(var value) -> value ? "yes" : "no";
            case Cell.Names(_, var brief) -> brief;
            case Cell.Numbers numbers -> brief(numbers.names());
            case Cell.Named(var entries) ->
                    entries.isEmpty() ? "none" : String.join(", ", lines(entries));
            case Cell.Checksum(var digest) -> shortened(digest.toString());
            case Cell.Absent(var absence, _) -> absence.label();
        };
    }

    /// The cell in full, for a tooltip: exact bytes of a size, all digits of a moment, the reason of an absence.
    public static String detail(Cell cell) {
        return switch (cell) {
            case Cell.Bytes(var value) -> exactBytes(value);
            case Cell.Duration(var micros) -> String.format(Locale.ROOT, "%,d µs", micros);
            case Cell.Timestamp(var value) -> value.toString();
            case Cell.Range(var value) -> "%s, %s".formatted(value, exactBytes(value.length()));
            default -> text(cell);
        };
    }

    /// The cell as a value that JSON has: `Long`, `String`, `Boolean`, `List<String>`, `List<Long>`, a map by name (a name that comes
    /// more than once has a list); an absence as a map of one entry
    /// `absent` or `malformed` or `notApplicable` with the reason. Sizes are bytes, durations microseconds, moments ISO 8601,
    /// addresses hexadecimal text (JSON numbers lose digits beyond 2^53).
    public static Object raw(Cell cell) {
        return switch (cell) {
            case Cell.Text(var value) -> value;
            case Cell.Number(var value) -> value;
            case Cell.Address(var value) -> address(value);
            case Cell.Range(var value) -> value.toString();
            case Cell.Bytes(var value) -> value;
            case Cell.Duration(var micros) -> micros;
            case Cell.Timestamp(var value) -> value.toString();
            case Cell.Flag(var value) -> value;
            case Cell.Names(var values, _) -> values;
            case Cell.Numbers(var values) -> values;
            case Cell.Named(var entries) -> byName(entries);
            case Cell.Checksum(var digest) -> digest.toString();
            case Cell.Absent(var absence, var reason) ->
                    switch (absence) {
                        case NOT_CAPTURED -> Map.of("absent", reason);
                        case MALFORMED -> Map.of("malformed", reason);
                        case NOT_APPLICABLE -> Map.of("notApplicable", reason);
                    };
        };
    }

    /// Each value behind its name: `TCP_NODELAY`, `SO_MARK 7`.
    public static List<String> lines(List<Cell.Named.Entry> entries) {
        return entries.stream()
                .map(
                        entry ->
                                entry.value() instanceof Cell.Flag(var set) && set
                                        ? entry.name()
                                        : entry.name() + " " + text(entry.value()))
                .toList();
    }

    private static Map<String, Object> byName(List<Cell.Named.Entry> entries) {
        var values = new LinkedHashMap<String, List<Object>>();
        for (var entry : entries) {
            values.computeIfAbsent(entry.name(), _ -> new ArrayList<>()).add(raw(entry.value()));
        }
        var object = new LinkedHashMap<String, Object>();
        values.forEach((name, all) -> object.put(name, all.size() == 1 ? all.getFirst() : all));
        return object;
    }

    /// `512 B`, `10.2 MiB`; the number is unsigned.
    public static String size(long bytes) {
        if (Long.compareUnsigned(bytes, 1024) < 0) {
            return bytes + " B";
        }
        var unit = 0;
        var rest = bytes;
        while (Long.compareUnsigned(rest >>> 10, 1024) >= 0) {
            rest >>>= 10;
            unit++;
        }
        var tenths = Math.round((rest >>> 10) * 10 + (rest & 1023) * 10 / 1024.0);
        if (tenths >= 10240) {
            tenths = 10;
            unit++;
        }
        return tenths / 10 + "." + tenths % 10 + " " + UNITS[unit];
    }

    /// `10,695,475 bytes`; the number is unsigned.
    public static String exactBytes(long bytes) {
        if (bytes == 1) {
            return "1 byte";
        }
        return grouped(Long.toUnsignedString(bytes)) + " bytes";
    }

    /// With a comma before each three digits. Tables of a million rows have a size in each, so that no format is parsed for it.
    private static String grouped(String digits) {
        var text = new StringBuilder(digits);
        for (var at = digits.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /// `10.2 MiB (10,695,475 bytes)`; `8 bytes` where both would say the same.
    public static String sizeAndBytes(long bytes) {
        return Long.compareUnsigned(bytes, 1024) < 0
                ? exactBytes(bytes)
                : "%s (%s)".formatted(size(bytes), exactBytes(bytes));
    }

    /// `0x7f2f369d0000`.
    public static String address(long value) {
        return "0x" + Long.toHexString(value);
    }

    /// `2026-11-21 22:52:01 UTC`.
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /// `2026-11-21 23:13:49.000000001 UTC`; without a fraction if there is none.
    public static String exactMoment(Instant moment) {
        return EXACT_MOMENT.format(moment);
    }

    /// `194 µs`, `105.93 ms`, `1.25 s`.
    public static String duration(long micros) {
        if (Math.abs(micros) < 1000) {
            return micros + " µs";
        }
        return Math.abs(micros) < 1_000_000
                ? String.format(Locale.ROOT, "%.2f ms", micros / 1e3)
                : String.format(Locale.ROOT, "%.2f s", micros / 1e6);
    }

    private static String shortened(String digest) {
        return digest.length() <= 20
                ? digest
                : digest.substring(0, 12) + "…" + digest.substring(digest.length() - 4);
    }
}
