package org.icecore.criu.json;

import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.icecore.criu.ImageKind;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Writes synthetic images and prints them.
final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ImageKind kind;
    private final ByteOrder order;

    private Bytes(ImageKind kind, ByteOrder order) {
        this.kind = kind;
        this.order = order;
        switch (kind.header()) {
            case NONE -> {}
            case INVENTORY -> u32(kind.magic());
            case COMMON -> u32(0x54564319).u32(kind.magic());
            case SERVICE -> u32(0x55105940).u32(kind.magic());
        }
    }

    static Bytes of(ImageKind kind) {
        return new Bytes(kind, ByteOrder.LITTLE_ENDIAN);
    }

    static Bytes bigEndian(ImageKind kind) {
        return new Bytes(kind, ByteOrder.BIG_ENDIAN);
    }

    Bytes u32(int value) {
        return raw(ByteBuffer.allocate(4).order(order).putInt(value).array());
    }

    Bytes u16(int... values) {
        for (int value : values) {
            raw(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
        }
        return this;
    }

    Bytes message(Message message) {
        return entry(message.toByteArray());
    }

    Bytes entry(byte[] content) {
        return u32(content.length).raw(content);
    }

    Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes raw(String latin) {
        return raw(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    ByteSource source() {
        return ByteSource.of("test.img", bytes());
    }

    /// What was printed, and what was found to be wrong.
    record Printed(String json, List<Defect> defects) {

        /// The part between `"entries": [` and the last bracket.
        String entries() {
            String begin = "\"entries\": [";
            return json.substring(json.indexOf(begin) + begin.length(), json.length() - 2);
        }

        List<String> told() {
            return defects.stream().map(Defect::toString).toList();
        }
    }

    Printed plain() {
        return print(ImageJson.plain());
    }

    /// Pretty, in one line.
    Printed pretty() {
        return print(ImageJson.pretty().indented(-1));
    }

    private Printed print(ImageJson how) {
        return print(source(), kind, how);
    }

    static Printed print(ByteSource source, ImageKind kind, ImageJson how) {
        try {
            var json = new StringBuilder();
            List<Defect> defects = how.write(source, kind, json);
            return new Printed(json.toString(), defects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (EvidenceException e) {
            return new Printed("", List.of(Defect.of(e)));
        }
    }
}
