package org.icecore.criu.raw;

import java.util.List;

/// The value of an attribute or a field of a netlink message.
public sealed interface NetlinkValue {

    /// A number, unsigned.
    record Number(long number) implements NetlinkValue {}

    /// A name for a number, names of bits, an address, or text.
    record Text(String text) implements NetlinkValue {}

    /// Bytes of a form that this release does not know.
    record Bytes(byte[] bytes) implements NetlinkValue {
        public Bytes {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /// Attributes in an attribute.
    record Nested(List<NetlinkAttribute> attributes) implements NetlinkValue {
        public Nested {
            attributes = List.copyOf(attributes);
        }
    }
}
