package org.icecore.checkpoint.file;

import java.util.ArrayList;
import java.util.List;

/// F_SEAL_* of include/uapi/linux/fcntl.h: what can no longer be done to a memfd.
public final class SealNames {

    private static final List<String> NAMES =
            List.of(
                    "F_SEAL_SEAL",
                    "F_SEAL_SHRINK",
                    "F_SEAL_GROW",
                    "F_SEAL_WRITE",
                    "F_SEAL_FUTURE_WRITE",
                    "F_SEAL_EXEC");

    private SealNames() {}

    /// The names of the bits; those without a name are one hexadecimal number at the end.
    public static List<String> of(int bits) {
        var names = new ArrayList<String>();
        for (var i = 0; i < NAMES.size(); i++) {
            if ((bits >>> i & 1) != 0) {
                names.add(NAMES.get(i));
            }
        }
        var rest = bits & -1 << NAMES.size();
        if (rest != 0) {
            names.add("0x" + Integer.toHexString(rest));
        }
        return List.copyOf(names);
    }
}
