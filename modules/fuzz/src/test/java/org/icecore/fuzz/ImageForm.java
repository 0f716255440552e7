package org.icecore.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.icecore.criu.HeaderForm;
import org.icecore.criu.ImageKind;

/// What stands before the bytes of an input when they are read as an image.
enum ImageForm {
    /// Nothing is added.
    AS_IT_IS,
    /// The magics of the kind.
    HEADED,
    /// The magics in the byte order of s390x.
    BIG_ENDIAN,
    /// The kind's own magic alone, as in format 1.0.
    OLD,
    /// The magics, and before each message its size: the input has a size of two bytes and so never loses the frame.
    FRAMED;

    byte[] image(ImageKind kind, byte[] bytes) {
        return switch (this) {
            case AS_IT_IS -> bytes;
            case HEADED -> Bytes.joined(header(kind, ByteOrder.LITTLE_ENDIAN), bytes);
            case BIG_ENDIAN -> Bytes.joined(header(kind, ByteOrder.BIG_ENDIAN), bytes);
            case OLD -> Bytes.joined(Bytes.number(kind.raw() ? 0 : 4, kind.magic()), bytes);
            case FRAMED -> Bytes.joined(header(kind, ByteOrder.LITTLE_ENDIAN), framed(bytes));
        };
    }

    private static byte[] framed(byte[] bytes) {
        var input = new Input(bytes);
        var out = new ByteArrayOutputStream();
        while (!input.ended()) {
            var message = input.part(input.u16());
            out.writeBytes(Bytes.number(Integer.BYTES, message.length));
            out.writeBytes(message);
        }
        return out.toByteArray();
    }

    static byte[] header(ImageKind kind, ByteOrder order) {
        var magic = word(kind.magic(), order);
        return switch (kind.header()) {
            case NONE -> new byte[0];
            case INVENTORY -> magic;
            case COMMON -> Bytes.joined(word(HeaderForm.COMMON_MAGIC, order), magic);
            case SERVICE -> Bytes.joined(word(HeaderForm.SERVICE_MAGIC, order), magic);
        };
    }

    private static byte[] word(int value, ByteOrder order) {
        return ByteBuffer.allocate(Integer.BYTES).order(order).putInt(value).array();
    }
}
