package org.icecore.criu.raw;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.icecore.evidence.ByteSource;

/// Synthetic netlink messages, laid out as `linux/netlink.h` says.
final class NetlinkBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    NetlinkBytes(ByteOrder order) {
        this.order = order;
    }

    static NetlinkBytes little() {
        return new NetlinkBytes(ByteOrder.LITTLE_ENDIAN);
    }

    NetlinkBytes u32(int value) {
        out.writeBytes(ByteBuffer.allocate(4).order(order).putInt(value).array());
        return this;
    }

    private NetlinkBytes u16(int value) {
        out.writeBytes(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
        return this;
    }

    NetlinkBytes raw(String hex) {
        out.writeBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
        return this;
    }

    NetlinkBytes text(String text) {
        out.writeBytes((text + "\0").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// A message with that content.
    NetlinkBytes message(int type, int flags, NetlinkBytes content) {
        u32(16 + content.out.size()).u16(type).u16(flags).u32(1).u32(0);
        out.writeBytes(content.out.toByteArray());
        return this;
    }

    /// An attribute with that content, padded to a multiple of 4.
    NetlinkBytes attribute(int type, NetlinkBytes content) {
        u16(4 + content.out.size()).u16(type);
        out.writeBytes(content.out.toByteArray());
        while (out.size() % 4 != 0) {
            out.write(0);
        }
        return this;
    }

    NetlinkBytes attribute(int type, String hex) {
        return attribute(type, new NetlinkBytes(order).raw(hex));
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    ByteSource source() {
        return ByteSource.of("netlink.img", bytes());
    }
}
