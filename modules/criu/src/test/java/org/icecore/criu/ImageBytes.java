package org.icecore.criu;

import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.icecore.evidence.ByteSource;

/// Writes an image byte by byte, as CRIU would or as it never would.
final class ImageBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteOrder order;

    private ImageBytes(ByteOrder order) {
        this.order = order;
    }

    /// An image that begins with these magics.
    static ImageBytes of(int... magics) {
        return withOrder(ByteOrder.LITTLE_ENDIAN, magics);
    }

    static ImageBytes withOrder(ByteOrder order, int... magics) {
        var image = new ImageBytes(order);
        for (int magic : magics) {
            image.u32(magic);
        }
        return image;
    }

    /// An image of that kind, with the header of format 1.1 and no entry.
    static ImageBytes of(ImageKind kind) {
        return switch (kind.header()) {
            case NONE -> of();
            case INVENTORY -> of(kind.magic());
            case COMMON -> of(0x54564319, kind.magic());
            case SERVICE -> of(0x55105940, kind.magic());
        };
    }

    ImageBytes u32(int value) {
        return raw(ByteBuffer.allocate(4).order(order).putInt(value).array());
    }

    ImageBytes u16(int... values) {
        for (int value : values) {
            raw(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
        }
        return this;
    }

    ImageBytes message(Message message) {
        byte[] content = message.toByteArray();
        return u32(content.length).raw(content);
    }

    ImageBytes raw(byte[] content) {
        bytes.writeBytes(content);
        return this;
    }

    ImageBytes raw(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    ByteSource source() {
        return ByteSource.of("test.img", bytes());
    }

    ImageFile read(ImageKind kind) {
        return ImageFile.read(source(), ImageName.of(kind));
    }
}
