package org.icecore.criu.field;

import org.icecore.criu.ImageKind;
import org.icecore.criu.raw.NetlinkDump;

/// What an image without messages holds.
public sealed interface RawForm {

    /// Messages of netlink.
    record Netlink(NetlinkDump.Subject subject) implements RawForm {}

    /// Lines of a rule set.
    record Lines() implements RawForm {}

    /// The files of a tmpfs, as tar in gzip.
    record Tree() implements RawForm {}

    /// Pages, or whatever nobody takes apart.
    record Bytes() implements RawForm {}

    /// The form of a kind.
    static RawForm of(ImageKind kind) {
        return switch (kind) {
            case IFADDR -> new Netlink(NetlinkDump.Subject.ADDRESSES);
            case ROUTE, ROUTE6 -> new Netlink(NetlinkDump.Subject.ROUTES);
            case RULE -> new Netlink(NetlinkDump.Subject.RULES);
            case NETNF_CT -> new Netlink(NetlinkDump.Subject.CONNECTIONS);
            case NETNF_EXP -> new Netlink(NetlinkDump.Subject.EXPECTATIONS);
            case IPTABLES, IP6TABLES, NFTABLES -> new Lines();
            case TMPFS_IMG, TMPFS_DEV -> new Tree();
            default -> new Bytes();
        };
    }
}
