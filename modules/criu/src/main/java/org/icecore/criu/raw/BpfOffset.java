package org.icecore.criu.raw;

/// Where a load of a socket filter reads. Offsets below zero lie beside the packet: what the kernel knows of it, and its headers.
///
/// Source: `SKF_*` of `linux/filter.h`; the words are those of the kernel's assembler, `Documentation/networking/filter.rst`.
final class BpfOffset {

    private static final int ANCILLARY = -0x1000;
    private static final int NETWORK_HEADER = -0x100000;
    private static final int LINK_HEADER = -0x200000;

    /// By offset, four apart.
    private static final String[] NAMES = {
        "proto",
        "type",
        "ifidx",
        "nla",
        "nlan",
        "mark",
        "queue",
        "hatype",
        "rxhash",
        "cpu",
        "xor_x",
        "vlan_tci",
        "vlan_avail",
        "poff",
        "rand",
        "vlan_tpid"
    };

    private BpfOffset() {}

    /// What is read at that offset: `[12]`, `#proto`, `[SKF_NET_OFF + 8]`.
    static String absolute(long operand) {
        int offset = (int) operand;
        if (offset >= ANCILLARY && offset < 0) {
            int place = offset - ANCILLARY;
            return place % 4 == 0 && place / 4 < NAMES.length
                    ? "#" + NAMES[place / 4]
                    : "[SKF_AD_OFF + %d], which the kernel refuses".formatted(place);
        }
        return "[" + text(offset) + "]";
    }

    /// The same of an offset that the index register is added to.
    static String indirect(long operand) {
        return "[x + " + text((int) operand) + "]";
    }

    private static String text(int offset) {
        if (offset >= 0) {
            return Integer.toString(offset);
        } else if (offset >= ANCILLARY) {
            return "SKF_AD_OFF + " + (offset - ANCILLARY);
        } else if (offset >= NETWORK_HEADER) {
            return "SKF_NET_OFF + " + (offset - NETWORK_HEADER);
        } else if (offset >= LINK_HEADER) {
            return "SKF_LL_OFF + " + (offset - LINK_HEADER);
        }
        return Integer.toString(offset);
    }
}
