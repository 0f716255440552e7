package org.icecore.views.hex.model;

/// A row in words, for a screen reader.
public final class RowSpeech {

    private RowSpeech() {}

    /// The byte at `caret` and the row it is in.
    public static String of(HexContent content, RowTable rows, long caret) {
        if (rows.isEmpty()) {
            return "Nothing mapped";
        }
        var row = rows.row(rows.rowOf(caret));
        if (row.kind() != HexRow.Kind.BYTES || !row.span().contains(caret)) {
            return "%x, %s".formatted(row.span().first(), row.caption());
        }
        var bytes = content.read(row.span().first(), (int) row.span().length());
        var text =
                new StringBuilder(
                        "%x, %s, row"
                                .formatted(caret, word(bytes, (int) (caret - bytes.address()))));
        for (int i = 0; i < bytes.length(); i++) {
            text.append(' ').append(bytes.known(i) ? "%02x".formatted(bytes.value(i)) : "??");
        }
        var printed = printed(bytes);
        return printed.isEmpty() ? text.toString() : "%s, text %s".formatted(text, printed);
    }

    /// What can be read in the row, without the dots that stand for other bytes.
    private static String printed(HexBytes bytes) {
        var words = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            boolean plain = bytes.known(i) && bytes.value(i) >= 0x20 && bytes.value(i) < 0x7f;
            words.append(plain ? (char) bytes.value(i) : ' ');
        }
        return words.toString().replaceAll(" +", " ").strip();
    }

    private static String word(HexBytes bytes, int index) {
        return switch (bytes.state(index)) {
            case NOT_CAPTURED -> "not captured";
            case NOT_MAPPED -> "not mapped";
            case CAPTURED, ZERO -> {
                int value = bytes.value(index);
                yield value > 0x20 && value < 0x7f
                        ? "%02x %c".formatted(value, value)
                        : "%02x".formatted(value);
            }
        };
    }
}
