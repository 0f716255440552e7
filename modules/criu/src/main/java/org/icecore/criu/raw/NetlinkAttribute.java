package org.icecore.criu.raw;

import java.util.List;
import java.util.Optional;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;

/// A field of the fixed part of a netlink message, or one of its attributes.
///
/// @param name as in the kernel's headers: `prefixlen`, `IFA_LOCAL`; `#77` for a type that this release does not know
/// @param value what it holds
/// @param range its bytes in the image; of an attribute with its header and without the padding
public record NetlinkAttribute(String name, NetlinkValue value, ByteRange range) {

    /// The attributes in it; none unless it is nested.
    public List<NetlinkAttribute> nested() {
        return value instanceof NetlinkValue.Nested(var attributes) ? attributes : List.of();
    }

    /// The first of `attributes` with that name.
    static Optional<NetlinkAttribute> find(List<NetlinkAttribute> attributes, String name) {
        return attributes.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// The value in one line; of nested attributes nothing.
    public String shown() {
        return switch (value) {
            case NetlinkValue.Number(var number) -> Long.toUnsignedString(number);
            case NetlinkValue.Text(var text) -> text;
            case NetlinkValue.Bytes bytes -> Amount.of(bytes.bytes().length, "byte");
            case NetlinkValue.Nested _ -> "";
        };
    }
}
