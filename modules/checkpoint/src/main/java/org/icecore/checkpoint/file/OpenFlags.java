package org.icecore.checkpoint.file;

import java.util.ArrayList;
import java.util.List;

/// The flags of an open file: O_* bits of asm-generic/fcntl.h, as CRIU wrote them.
public record OpenFlags(int bits) {

    private static final int ACCESS_MODE = 3;

    /// The names, access mode first; bits without a name as a hexadecimal number.
    public List<String> names() {
        var names = new ArrayList<String>();
        names.add(
                switch (bits & ACCESS_MODE) {
                    case 0 -> "O_RDONLY";
                    case 1 -> "O_WRONLY";
                    case 2 -> "O_RDWR";
                    default -> "O_ACCMODE";
                });
        var rest = bits & ~ACCESS_MODE;
        for (var flag : Flag.values()) {
            if ((rest & flag.bits) == flag.bits) {
                names.add(flag.name());
                rest &= ~flag.bits;
            }
        }
        if (rest != 0) {
            names.add("0x%x".formatted(rest));
        }
        return List.copyOf(names);
    }

    /// The names joined by `|`.
    @Override
    public String toString() {
        return String.join("|", names());
    }

    /// Values of asm-generic, which x86-64, aarch64 (but for O_DIRECTORY and its neighbours), s390x and riscv64 use;
    /// those made of several bits come before the bits they hold.
    private enum Flag {
        O_CREAT(0100),
        O_EXCL(0200),
        O_NOCTTY(0400),
        O_TRUNC(01000),
        O_APPEND(02000),
        O_NONBLOCK(04000),
        O_SYNC(04010000),
        O_DSYNC(010000),
        O_ASYNC(020000),
        O_DIRECT(040000),
        O_LARGEFILE(0100000),
        O_TMPFILE(020200000),
        O_DIRECTORY(0200000),
        O_NOFOLLOW(0400000),
        O_NOATIME(01000000),
        O_CLOEXEC(02000000),
        O_PATH(010000000);

        private final int bits;

        Flag(int bits) {
            this.bits = bits;
        }
    }
}
