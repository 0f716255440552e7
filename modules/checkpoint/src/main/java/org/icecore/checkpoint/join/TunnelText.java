package org.icecore.checkpoint.join;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.namespace.InterfaceFlags;
import org.icecore.criu.proto.SitEntry;
import org.icecore.criu.proto.TunLinkEntry;

/// What is recorded of tunnels, each in a few words. What is not in the message is not told.
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
            facts.add("carries protocol " + Integer.toUnsignedString(sit.getProto()));
        }
        if (sit.hasFlags()) {
            facts.add("flags 0x%x".formatted(sit.getFlags()));
        }
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

    private void encapsulation(List<String> facts, SitEntry sit) {
        if (sit.getEncapType() != 0) {
            facts.add(
                    "within %s, flags 0x%x, UDP port %d to %d"
                            .formatted(
                                    switch (sit.getEncapType()) {
                                        case 1 -> "FOU";
                                        case 2 -> "GUE";
                                        default -> "encapsulation " + sit.getEncapType();
                                    },
                                    sit.getEncapFlags(),
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
