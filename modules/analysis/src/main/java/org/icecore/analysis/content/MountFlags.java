package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;

/// Names of MS_* bits; include/uapi/linux/mount.h.
public final class MountFlags {

    private MountFlags() {}

    /// The names in ascending order of the bits; bits without a name as a hexadecimal number.
    public static List<String> names(int bits) {
        var names = new ArrayList<String>();
        var rest = bits;
        for (var flag : Flag.values()) {
            if ((bits & flag.bit) != 0) {
                names.add(flag.name());
                rest &= ~flag.bit;
            }
        }
        if (rest != 0) {
            names.add("0x%x".formatted(rest));
        }
        return List.copyOf(names);
    }

    private enum Flag {
        MS_RDONLY(1),
        MS_NOSUID(1 << 1),
        MS_NODEV(1 << 2),
        MS_NOEXEC(1 << 3),
        MS_SYNCHRONOUS(1 << 4),
        MS_REMOUNT(1 << 5),
        MS_MANDLOCK(1 << 6),
        MS_DIRSYNC(1 << 7),
        MS_NOSYMFOLLOW(1 << 8),
        MS_NOATIME(1 << 10),
        MS_NODIRATIME(1 << 11),
        MS_BIND(1 << 12),
        MS_MOVE(1 << 13),
        MS_REC(1 << 14),
        MS_SILENT(1 << 15),
        MS_POSIXACL(1 << 16),
        MS_UNBINDABLE(1 << 17),
        MS_PRIVATE(1 << 18),
        MS_SLAVE(1 << 19),
        MS_SHARED(1 << 20),
        MS_RELATIME(1 << 21),
        MS_STRICTATIME(1 << 24),
        MS_LAZYTIME(1 << 25);

        private final int bit;

        Flag(int bit) {
            this.bit = bit;
        }
    }
}
