package org.icecore.checkpoint.namespace;

import java.util.ArrayList;
import java.util.List;

/// IFF_* bits; of interfaces include/uapi/linux/if.h, of TUN and TAP include/uapi/linux/if_tun.h.
public final class InterfaceFlags {

    private static final List<String> NAMES =
            List.of(
                    "UP",
                    "BROADCAST",
                    "DEBUG",
                    "LOOPBACK",
                    "POINTOPOINT",
                    "NOTRAILERS",
                    "RUNNING",
                    "NOARP",
                    "PROMISC",
                    "ALLMULTI",
                    "MASTER",
                    "SLAVE",
                    "MULTICAST",
                    "PORTSEL",
                    "AUTOMEDIA",
                    "DYNAMIC",
                    "LOWER_UP",
                    "DORMANT",
                    "ECHO");

    private static final List<String> OF_TUN =
            List.of(
                    "TUN",
                    "TAP",
                    "0x4",
                    "0x8",
                    "NAPI",
                    "NAPI_FRAGS",
                    "NO_CARRIER",
                    "0x80",
                    "MULTI_QUEUE",
                    "ATTACH_QUEUE",
                    "DETACH_QUEUE",
                    "PERSIST",
                    "NO_PI",
                    "ONE_QUEUE",
                    "VNET_HDR",
                    "TUN_EXCL");

    private InterfaceFlags() {}

    /// The names of the bits of an interface; those without a name are one hexadecimal number at the end.
    public static List<String> of(int bits) {
        return names(bits, NAMES);
    }

    /// The names of the bits by which a TUN or TAP device was made.
    public static List<String> ofTun(int bits) {
        return names(bits, OF_TUN);
    }

    private static List<String> names(int bits, List<String> known) {
        var names = new ArrayList<String>();
        for (var i = 0; i < known.size(); i++) {
            if ((bits >>> i & 1) != 0) {
                names.add(known.get(i));
            }
        }
        var rest = bits & -1 << known.size();
        if (rest != 0) {
            names.add("0x" + Integer.toHexString(rest));
        }
        return List.copyOf(names);
    }
}
