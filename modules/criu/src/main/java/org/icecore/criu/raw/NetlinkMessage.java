package org.icecore.criu.raw;

import java.util.List;
import java.util.Optional;
import org.icecore.evidence.ByteRange;

/// One message of a netlink dump.
///
/// @param type its name in the kernel's headers, or the number
/// @param header the fields of `nlmsghdr` and of the structure that the type has behind it
/// @param attributes what follows
/// @param range its bytes in the image
public record NetlinkMessage(
        String type,
        List<NetlinkAttribute> header,
        List<NetlinkAttribute> attributes,
        ByteRange range) {

    public NetlinkMessage {
        header = List.copyOf(header);
        attributes = List.copyOf(attributes);
    }

    /// The text of a header field or an attribute, found by the names that lead to it: `text("CTA_TUPLE_ORIG",
    /// "CTA_TUPLE_IP", "CTA_IP_V4_SRC")`. Empty if there is none.
    public Optional<String> text(String... path) {
        Optional<NetlinkAttribute> found =
                NetlinkAttribute.find(header, path[0])
                        .or(() -> NetlinkAttribute.find(attributes, path[0]));
        for (int i = 1; i < path.length && found.isPresent(); i++) {
            found = NetlinkAttribute.find(found.get().nested(), path[i]);
        }
        return found.map(NetlinkAttribute::shown);
    }
}
