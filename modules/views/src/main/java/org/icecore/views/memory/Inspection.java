package org.icecore.views.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.views.hex.model.HexBytes;

/// Reads the bytes at the caret as each type that an examiner may look for.
final class Inspection {
    private static final String UNKNOWN = "??";
    private static final int LONGEST_TEXT = 32;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    /// The end of the year 9999 in seconds: beyond it a number is hardly a time.
    private static final long LAST_SECOND = 253_402_300_799L;

    private final HexBytes bytes;
    private final LongFunction<Optional<Vma>> mapping;

    /// @param bytes from the caret on, 32 of them or fewer at the end of the space
    /// @param mapping the mapping that holds an address
    Inspection(HexBytes bytes, LongFunction<Optional<Vma>> mapping) {
        this.bytes = bytes;
        this.mapping = mapping;
    }

    List<Reading> readings() {
        var readings = new ArrayList<Reading>();
        readings.add(both("i8", 1, buffer -> Byte.toString(buffer.get()), false));
        readings.add(both("u8", 1, buffer -> Integer.toString(buffer.get() & 0xff), false));
        readings.add(both("i16", 2, buffer -> Short.toString(buffer.getShort()), true));
        readings.add(both("u16", 2, buffer -> Integer.toString(buffer.getShort() & 0xffff), true));
        readings.add(both("i32", 4, buffer -> Integer.toString(buffer.getInt()), true));
        readings.add(both("u32", 4, buffer -> Integer.toUnsignedString(buffer.getInt()), true));
        readings.add(both("i64", 8, buffer -> Long.toString(buffer.getLong()), true));
        readings.add(both("u64", 8, buffer -> Long.toUnsignedString(buffer.getLong()), true));
        readings.add(both("f32", 4, buffer -> Float.toString(buffer.getFloat()), true));
        readings.add(both("f64", 8, buffer -> Double.toString(buffer.getDouble()), true));
        readings.add(pointer());
        readings.add(Reading.of("UTF-8", text(), ""));
        readings.add(both("time32", 4, buffer -> time(buffer.getInt()), true));
        readings.add(both("time64", 8, buffer -> time(buffer.getLong()), true));
        return List.copyOf(readings);
    }

    private Reading both(
            String type, int size, Function<ByteBuffer, String> value, boolean ordered) {
        return Reading.of(
                type,
                value(size, ByteOrder.LITTLE_ENDIAN, value),
                ordered ? value(size, ByteOrder.BIG_ENDIAN, value) : "");
    }

    private String value(int size, ByteOrder order, Function<ByteBuffer, String> value) {
        return known(size) ? value.apply(buffer(size).order(order)) : UNKNOWN;
    }

    private boolean known(int size) {
        return bytes.length() >= size && bytes.knownPrefix(0, size) == size;
    }

    private ByteBuffer buffer(int size) {
        var values = new byte[size];
        for (int i = 0; i < size; i++) {
            values[i] = (byte) bytes.value(i);
        }
        return ByteBuffer.wrap(values);
    }

    private Reading pointer() {
        if (!known(8)) {
            return Reading.of("pointer", UNKNOWN, "");
        }
        long address = buffer(8).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return mapping.apply(address)
                .map(
                        vma ->
                                new Reading(
                                        "pointer",
                                        "%s %s+0x%x  (0x%x)"
                                                .formatted(
                                                        vma.protection(),
                                                        vma.title(),
                                                        address - vma.range().start(),
                                                        address),
                                        "",
                                        Optional.of(new VirtualAddress(address))))
                .orElseGet(
                        () -> Reading.of("pointer", "not mapped  (0x%x)".formatted(address), ""));
    }

    private static String time(long seconds) {
        return seconds < 0 || seconds > LAST_SECOND
                ? "-"
                : UTC.format(Instant.ofEpochSecond(seconds));
    }

    /// The characters up to a NUL, a byte that is not UTF-8, or one that was not captured.
    private String text() {
        if (!known(1)) {
            return UNKNOWN;
        }
        var text = new StringBuilder();
        int at = 0;
        int limit = Math.min(LONGEST_TEXT, bytes.length());
        while (at < limit && bytes.known(at) && bytes.value(at) != 0) {
            int length = length(bytes.value(at));
            int point =
                    length == 0
                                    || at + length > limit
                                    || bytes.knownPrefix(at, at + length) < length
                            ? -1
                            : point(at, length);
            if (point < 0) {
                break;
            }
            text.append(visible(point));
            at += length;
        }
        return at == 0 ? bytes.value(0) == 0 ? "\\0" : "not UTF-8" : "\"" + text + "\"";
    }

    private static int length(int first) {
        if (first < 0x80) {
            return 1;
        }
        return first >= 0xc2 && first < 0xe0
                ? 2
                : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    }

    /// The code point of a sequence; -1 if it is overlong, a surrogate or not a sequence.
    private int point(int at, int length) {
        if (length == 1) {
            return bytes.value(at);
        }
        int point = bytes.value(at) & (0xff >> (length + 1));
        for (int i = 1; i < length; i++) {
            int next = bytes.value(at + i);
            if ((next & 0xc0) != 0x80) {
                return -1;
            }
            point = point << 6 | next & 0x3f;
        }
        int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
        boolean surrogate = point >= 0xd800 && point < 0xe000;
        return point < least || surrogate || point > 0x10ffff ? -1 : point;
    }

    private static String visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    point < 0x100 ? "\\x%02x".formatted(point) : "\\u{%x}".formatted(point);
            default -> Character.toString(point);
        };
    }
}
