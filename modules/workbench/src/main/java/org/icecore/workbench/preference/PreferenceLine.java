package org.icecore.workbench.preference;

import java.io.IOException;

/// One line of the preferences file: `key=text`, where `\n`, `\r` and `\\` stand for themselves.
record PreferenceLine(String key, String text) {
    static boolean isKey(String key) {
        return key.matches("[A-Za-z0-9._-]+");
    }

    static PreferenceLine read(String line, int number) throws IOException {
        var equals = line.indexOf('=');
        if (equals < 0 || !isKey(line.substring(0, equals))) {
            throw new IOException("line %d: not of the form key=text".formatted(number));
        }
        return new PreferenceLine(
                line.substring(0, equals), unescape(line.substring(equals + 1), number));
    }

    String write() {
        return key + "=" + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String text, int number) throws IOException {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            i++;
            plain.append(
                    switch (i < text.length() ? text.charAt(i) : ' ') {
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case '\\' -> '\\';
                        default ->
                                throw new IOException("line %d: unknown escape".formatted(number));
                    });
        }
        return plain.toString();
    }
}
