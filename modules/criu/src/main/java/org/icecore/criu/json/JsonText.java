package org.icecore.criu.json;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Writes JSON with the white space and escapes of Python's `json.dump`: ASCII only, `, ` and `: ` between things in one
/// line, or one thing in a line, indented.
public final class JsonText {

    /// Python breaks base64 after 76 characters, which stand for so many bytes.
    private static final int BASE64_LINE = 57;

    private static final int CHUNK = BASE64_LINE * 512;

    private final Appendable out;
    private final int indent;
    private final StringBuilder open = new StringBuilder();
    private boolean empty = true;
    private boolean named;

    /// @param indent blanks per level; negative for all in one line
    public JsonText(Appendable out, int indent) {
        this.out = out;
        this.indent = indent;
    }

    /// Begins an object.
    public JsonText beginObject() throws IOException {
        return begin('{');
    }

    /// Ends the object.
    public JsonText endObject() throws IOException {
        return end('}');
    }

    /// Begins an array.
    public JsonText beginArray() throws IOException {
        return begin('[');
    }

    /// Ends the array.
    public JsonText endArray() throws IOException {
        return end(']');
    }

    /// Ends all that was begun.
    public JsonText endAll() throws IOException {
        while (!open.isEmpty()) {
            end(open.charAt(open.length() - 1));
        }
        return this;
    }

    /// The name of the value that comes next.
    public JsonText name(String name) throws IOException {
        separate();
        quote(name);
        out.append(": ");
        named = true;
        return this;
    }

    /// A string.
    public JsonText string(String value) throws IOException {
        separate();
        quote(value);
        return this;
    }

    /// A number, `true` or `false`, as it is to stand there.
    public JsonText literal(String value) throws IOException {
        separate();
        out.append(value);
        return this;
    }

    /// Bytes of an array as base64.
    public JsonText base64(byte[] bytes) throws IOException {
        separate();
        out.append('"');
        encode(bytes, bytes.length);
        out.append('"');
        return this;
    }

    /// Bytes of a source as base64; they are read piece by piece.
    public JsonText base64(ByteSource source, ByteRange range)
            throws IOException, EvidenceException {
        separate();
        out.append('"');
        try {
            var chunk = new byte[(int) Math.min(CHUNK, range.length())];
            for (long at = range.start(); at < range.end(); at += CHUNK) {
                int count = (int) Math.min(CHUNK, range.end() - at);
                source.read(at, MemorySegment.ofArray(chunk).asSlice(0, count));
                encode(chunk, count);
            }
        } finally {
            out.append('"');
        }
        return this;
    }

    private void encode(byte[] bytes, int count) throws IOException {
        var encoder = Base64.getEncoder();
        for (int at = 0; at < count; at += BASE64_LINE) {
            var line = java.util.Arrays.copyOfRange(bytes, at, Math.min(count, at + BASE64_LINE));
            out.append(new String(encoder.encode(line), StandardCharsets.US_ASCII)).append("\\n");
        }
    }

    private JsonText begin(char bracket) throws IOException {
        separate();
        out.append(bracket);
        open.append(bracket == '{' ? '}' : ']');
        empty = true;
        return this;
    }

    private JsonText end(char bracket) throws IOException {
        open.setLength(open.length() - 1);
        if (!empty) {
            line();
        }
        out.append(bracket);
        empty = false;
        return this;
    }

    private void separate() throws IOException {
        if (named) {
            named = false;
            empty = false;
            return;
        }
        if (open.isEmpty()) {
            return;
        }
        if (!empty) {
            out.append(indent < 0 ? ", " : ",");
        }
        line();
        empty = false;
    }

    private void line() throws IOException {
        if (indent >= 0) {
            out.append('\n').append(" ".repeat(indent * open.length()));
        }
    }

    private void quote(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        out.append("\\u%04x".formatted((int) c));
                    }
                }
            }
        }
        out.append('"');
    }
}
