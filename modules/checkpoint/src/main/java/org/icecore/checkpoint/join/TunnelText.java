package org.icecore.checkpoint.join;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.icecore.checkpoint.namespace.InterfaceFlags;
import org.icecore.criu.proto.MacvlanLinkEntry;
import org.icecore.criu.proto.SitEntry;
import org.icecore.criu.proto.TunLinkEntry;

/// What is recorded of tunnels and of interfaces on others, each in a few words. What is not in the message is not told.
///
/// @param order of the bytes of words that the kernel keeps in network order
record TunnelText(ByteOrder order) {

    private static final int PORT = 0xffff;

    /// A device whose packets a task reads and writes.
    static List<String> of(TunLinkEntry tun) {
        var facts = new ArrayList<String>();
        facts.add(String.join(" ", InterfaceFlags.ofTun(tun.getFlags())));
        facts.add(tun.getOwner() == -1 ? "owner any" : "owner " + tun.getOwner());
        facts.add(tun.getGroup() == -1 ? "group any" : "group " + tun.getGroup());
        facts.add("header of %d bytes".formatted(Integer.toUnsignedLong(tun.getVnethdr())));
        facts.add("send buffer of %d bytes".formatted(Integer.toUnsignedLong(tun.getSndbuf())));
        return facts;
    }

    /// An interface that shares the wire of another; MACVLAN_MODE_* and MACVLAN_FLAG_* of include/uapi/linux/if_link.h.
    static List<String> of(MacvlanLinkEntry macvlan) {
        var facts = new ArrayList<String>();
        facts.add(
                "MACVLAN mode "
                        + switch (macvlan.getMode()) {
                            case 1 -> "private";
                            case 2 -> "VEPA";
                            case 4 -> "bridge";
                            case 8 -> "passthru";
                            case 16 -> "source";
                            default -> Integer.toUnsignedString(macvlan.getMode());
                        });
        facts.addAll(bits(macvlan.getFlags(), "NOPROMISC", "NODST"));
        return facts;
    }

    /// The bits by their names from the lowest on; those without one as a hexadecimal number.
    private static List<String> bits(int bits, String... names) {
        var found = new ArrayList<String>();
        for (var bit = 0; bit < names.length; bit++) {
            if ((bits >>> bit & 1) != 0) {
                found.add(names[bit]);
            }
        }
        var rest = bits & -1 << names.length;
        if (rest != 0) {
            found.add("0x%x".formatted(rest));
        }
        return found;
    }

    /// IPv6 within IPv4.
    List<String> of(SitEntry sit) {
        var facts = new ArrayList<String>();
        if (sit.hasLink()) {
            facts.add("through interface " + Integer.toUnsignedString(sit.getLink()));
        }
        address(facts, "tunnel from", sit.getLocalList());
        address(facts, "tunnel to", sit.getRemoteList());
        if (sit.hasTtl()) {
            facts.add(sit.getTtl() == 0 ? "TTL of the packet" : "TTL " + sit.getTtl());
        }
        if (sit.hasTos()) {
            facts.add(sit.getTos() == 1 ? "TOS of the packet" : "TOS " + sit.getTos());
        }
        if (sit.getPmtudisc()) {
            facts.add("path MTU discovery");
        }
        if (sit.hasProto()) {
            facts.add("carries " + carried(sit.getProto()));
        }
        facts.addAll(bits(sit.getFlags(), "ISATAP"));
        encapsulation(facts, sit);
        prefix(
                facts,
                "6rd prefix",
                sit.getRdPrefixList(),
                sit.hasRdPrefixlen(),
                sit.getRdPrefixlen());
        prefix(
                facts,
                "6rd relay prefix",
                sit.getRelayPrefixList(),
                sit.hasRelayPrefixlen(),
                sit.getRelayPrefixlen());
        return facts;
    }

    /// IPPROTO_*.
    private static String carried(int protocol) {
        return switch (protocol) {
            case 0 -> "any protocol";
            case 4 -> "IPv4";
            case 41 -> "IPv6";
            case 137 -> "MPLS";
            default -> "protocol " + Integer.toUnsignedString(protocol);
        };
    }

    private void encapsulation(List<String> facts, SitEntry sit) {
        if (sit.getEncapType() != 0) {
            facts.add(
                    "within %s%s, UDP port %d to %d"
                            .formatted(
                                    switch (sit.getEncapType()) {
                                        case 1 -> "FOU";
                                        case 2 -> "GUE";
                                        default -> "encapsulation " + sit.getEncapType();
                                    },
                                    bits(sit.getEncapFlags(), "CSUM", "CSUM6", "REMCSUM").stream()
                                            .map(flag -> " " + flag)
                                            .collect(Collectors.joining()),
                                    port(sit.getEncapSport()),
                                    port(sit.getEncapDport())));
        }
    }

    private void address(List<String> facts, String what, List<Integer> words) {
        if (!words.isEmpty()) {
            facts.add(what + " " + InetAddressText.of(words, order));
        }
    }

    private void prefix(
            List<String> facts, String what, List<Integer> words, boolean sized, int bits) {
        if (!words.isEmpty()) {
            facts.add(
                    "%s %s%s"
                            .formatted(
                                    what,
                                    InetAddressText.of(words, order),
                                    sized ? "/" + Integer.toUnsignedString(bits) : ""));
        }
    }

    private int port(int bits) {
        return order == ByteOrder.BIG_ENDIAN
                ? bits & PORT
                : Short.toUnsignedInt(Short.reverseBytes((short) bits));
    }
}
