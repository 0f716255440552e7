package org.icecore.views.hex.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes one copy, stretch by stretch.
final class CopyWriter {

    private static final int STRETCH = 64 * 1024;

    private final HexContent content;
    private final HexCopy.Format format;
    private final ArraySyntax syntax;
    private final StringBuilder text = new StringBuilder();
    private final List<String> leftOut = new ArrayList<>();
    private long taken;
    private long known;
    private boolean inArray;
    private boolean breakDue;
    private Optional<AddressSpan> pending = Optional.empty();

    CopyWriter(HexContent content, HexCopy.Format format) {
        this.content = content;
        this.format = format;
        this.syntax = syntax(format);
    }

    private static ArraySyntax syntax(HexCopy.Format format) {
        return switch (format) {
            case JAVA_ARRAY -> ArraySyntax.JAVA;
            case PYTHON -> ArraySyntax.PYTHON;
            case C_ARRAY, HEX, DUMP, TEXT, ADDRESS -> ArraySyntax.C;
        };
    }

    HexCopy copy(AddressSpan span) {
        if (format == HexCopy.Format.ADDRESS) {
            return new HexCopy("0x%x".formatted(span.first()), 0, List.of());
        }
        var runs = RunTable.of(content);
        long at = span.first();
        while (true) {
            int floor = runs.floor(at);
            boolean mapped = floor >= 0 && Long.compareUnsigned(at, runs.last(floor)) <= 0;
            long end =
                    mapped
                            ? runs.last(floor)
                            : floor + 1 < runs.count() ? runs.first(floor + 1) - 1 : -1L;
            var part = new AddressSpan(at, AddressSpan.min(end, span.last()));
            long room = HexCopy.LIMIT - taken;
            if (!mapped) {
                leave(part, "not mapped");
            } else if (!runs.state(floor).known() && longer(part, HexCopy.LONGEST_UNKNOWN)) {
                leave(part, "not captured: " + runs.origin(floor));
            } else if (longer(part, room)) {
                if (room > 0) {
                    add(AddressSpan.of(at, room));
                }
                leave(
                        new AddressSpan(at + room, span.last()),
                        "beyond the limit of " + new ByteCount(HexCopy.LIMIT));
                break;
            } else {
                add(part);
            }
            if (part.last() == span.last()) {
                break;
            }
            at = part.last() + 1;
        }
        flush();
        endArray();
        return new HexCopy(text.toString(), known, leftOut);
    }

    /// Adjoins `part` to the stretch that is written when it ends, so that rows do not break where runs do.
    private void add(AddressSpan part) {
        taken += part.length();
        pending =
                Optional.of(
                        new AddressSpan(
                                pending.map(AddressSpan::first).orElse(part.first()), part.last()));
    }

    private void flush() {
        pending.ifPresent(this::take);
        pending = Optional.empty();
    }

    private static boolean longer(AddressSpan part, long length) {
        return length <= 0 || Long.compareUnsigned(part.last() - part.first(), length - 1) > 0;
    }

    private void leave(AddressSpan part, String why) {
        flush();
        omit(part, why);
    }

    private void omit(AddressSpan part, String why) {
        var words =
                PlainWords.of("%s from 0x%x, %s".formatted(ByteCount.of(part), part.first(), why));
        leftOut.add(words);
        switch (format) {
            case HEX, TEXT -> breakDue = !text.isEmpty();
            case DUMP -> {
                newLine();
                text.append("# ").append(words).append('\n');
            }
            case C_ARRAY, JAVA_ARRAY, PYTHON -> {
                endArray();
                text.append(syntax.comment(words));
            }
            case ADDRESS -> {}
        }
    }

    private void take(AddressSpan part) {
        if (breakDue) {
            text.append('\n');
            breakDue = false;
        }
        for (long at = part.first(); ; ) {
            int length =
                    (int) AddressSpan.min(STRETCH - 1 - (at & (STRETCH - 1)), part.last() - at) + 1;
            var bytes = content.read(at, length);
            for (int i = 0; i < length; i++) {
                known += bytes.known(i) ? 1 : 0;
            }
            write(bytes);
            if (at + (length - 1) == part.last()) {
                return;
            }
            at += length;
        }
    }

    private void write(HexBytes bytes) {
        switch (format) {
            case HEX -> hex(bytes);
            case DUMP -> dump(bytes);
            case TEXT -> text(bytes);
            case C_ARRAY, JAVA_ARRAY, PYTHON -> array(bytes);
            case ADDRESS -> {}
        }
    }

    private void hex(HexBytes bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append(' ');
            }
            digits(bytes, i);
        }
    }

    private void dump(HexBytes bytes) {
        int width = (bytes.address() >>> 48) == 0 ? 12 : 16;
        for (int from = 0; from < bytes.length(); ) {
            long address = bytes.address() + from;
            int lead = (int) (address & 15);
            int to = Math.min(bytes.length(), from + 16 - lead);
            newLine();
            text.append(("%0" + width + "x ").formatted(address - lead));
            for (int column = 0; column < 16; column++) {
                text.append(column == 8 ? "  " : " ");
                int index = from + column - lead;
                if (index < from || index >= to) {
                    text.append("  ");
                } else {
                    digits(bytes, index);
                }
            }
            text.append("  ").repeat(' ', lead);
            for (int i = from; i < to; i++) {
                text.append(bytes.known(i) ? printable(bytes.value(i)) : '?');
            }
            from = to;
        }
        text.append('\n');
    }

    private void text(HexBytes bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            int value = bytes.value(i);
            boolean kept = value == '\t' || value == '\n' || value == '\r';
            text.append(!bytes.known(i) ? '\ufffd' : kept ? (char) value : printable(value));
        }
    }

    private void array(HexBytes bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (!bytes.known(i)) {
                int from = i;
                while (i + 1 < bytes.length() && !bytes.known(i + 1)) {
                    i++;
                }
                omit(AddressSpan.of(bytes.address() + from, i - from + 1), "not captured");
                continue;
            }
            long address = bytes.address() + i;
            text.append(inArray ? syntax.between((address & 15) == 0) : syntax.start(address));
            inArray = true;
            text.append(syntax.element(bytes.value(i)));
        }
    }

    private void endArray() {
        if (inArray) {
            text.append(syntax.end());
            inArray = false;
        }
    }

    private void newLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void digits(HexBytes bytes, int index) {
        if (bytes.known(index)) {
            int value = bytes.value(index);
            text.append(Character.forDigit(value >> 4, 16))
                    .append(Character.forDigit(value & 15, 16));
        } else {
            text.append("??");
        }
    }

    static char printable(int value) {
        return value >= 0x20 && value < 0x7f ? (char) value : '.';
    }
}
