package org.icecore.checkpoint.task;

import java.util.ArrayList;
import java.util.List;

/// A set of capabilities; bit n is the capability of that number in include/uapi/linux/capability.h.
public record CapabilitySet(long bits) {

    private static final List<String> NAMES =
            List.of(
                    "CAP_CHOWN",
                    "CAP_DAC_OVERRIDE",
                    "CAP_DAC_READ_SEARCH",
                    "CAP_FOWNER",
                    "CAP_FSETID",
                    "CAP_KILL",
                    "CAP_SETGID",
                    "CAP_SETUID",
                    "CAP_SETPCAP",
                    "CAP_LINUX_IMMUTABLE",
                    "CAP_NET_BIND_SERVICE",
                    "CAP_NET_BROADCAST",
                    "CAP_NET_ADMIN",
                    "CAP_NET_RAW",
                    "CAP_IPC_LOCK",
                    "CAP_IPC_OWNER",
                    "CAP_SYS_MODULE",
                    "CAP_SYS_RAWIO",
                    "CAP_SYS_CHROOT",
                    "CAP_SYS_PTRACE",
                    "CAP_SYS_PACCT",
                    "CAP_SYS_ADMIN",
                    "CAP_SYS_BOOT",
                    "CAP_SYS_NICE",
                    "CAP_SYS_RESOURCE",
                    "CAP_SYS_TIME",
                    "CAP_SYS_TTY_CONFIG",
                    "CAP_MKNOD",
                    "CAP_LEASE",
                    "CAP_AUDIT_WRITE",
                    "CAP_AUDIT_CONTROL",
                    "CAP_SETFCAP",
                    "CAP_MAC_OVERRIDE",
                    "CAP_MAC_ADMIN",
                    "CAP_SYSLOG",
                    "CAP_WAKE_ALARM",
                    "CAP_BLOCK_SUSPEND",
                    "CAP_AUDIT_READ",
                    "CAP_PERFMON",
                    "CAP_BPF",
                    "CAP_CHECKPOINT_RESTORE");

    /// The set that CRIU writes as 32-bit words, lowest first.
    public static CapabilitySet ofWords(List<Integer> words) {
        var bits = 0L;
        for (var i = 0; i < Math.min(2, words.size()); i++) {
            bits |= (words.get(i) & 0xffff_ffffL) << (32 * i);
        }
        return new CapabilitySet(bits);
    }

    /// The names in kernel order; `capability 63` for a bit without one.
    public List<String> names() {
        var names = new ArrayList<String>();
        for (var bit = 0; bit < Long.SIZE; bit++) {
            if ((bits >>> bit & 1) != 0) {
                names.add(bit < NAMES.size() ? NAMES.get(bit) : "capability " + bit);
            }
        }
        return List.copyOf(names);
    }

    /// In one line: `none`, `all`, `all but CAP_SYS_ADMIN`, or the names.
    public String brief() {
        var known = (1L << NAMES.size()) - 1;
        if (bits == 0) {
            return "none";
        }
        if (bits == known) {
            return "all";
        }
        return (bits & ~known) == 0 && size() > NAMES.size() / 2
                ? "all but " + String.join(", ", new CapabilitySet(known & ~bits).names())
                : String.join(", ", names());
    }

    /// How many it holds.
    public int size() {
        return Long.bitCount(bits);
    }

    /// As in `/proc/PID/status`: 16 hexadecimal digits.
    @Override
    public String toString() {
        return "%016x".formatted(bits);
    }
}
