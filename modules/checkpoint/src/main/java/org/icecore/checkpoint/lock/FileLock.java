package org.icecore.checkpoint.lock;

import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Location;

/// A lock that a task holds on a file; `file_lock_entry`.
///
/// @param kind 1 POSIX, 2 flock, 4 open file description, 8 lease
/// @param type F_* with what leases and mandatory locks add
/// @param owner the task
/// @param fd the owner's descriptor through which the file is found
/// @param start first byte that is locked
/// @param length bytes that are locked; 0 to the end of the file, however it grows
/// @param file what the descriptor refers to; absent if the task or its descriptor is
/// @param at where the entry lies
public record FileLock(
        int kind,
        int type,
        Pid owner,
        FdNumber fd,
        long start,
        long length,
        Observed<OpenFile> file,
        Location at) {

    private static final int MANDATORY = 32;
    private static final int BREAKING = 4;

    /// The kind in words.
    public String kindName() {
        return switch (kind) {
            case 1 -> "POSIX";
            case 2 -> "flock";
            case 4 -> "open file description";
            case 8 -> "lease";
            default -> "kind " + Integer.toUnsignedString(kind);
        };
    }

    /// `read`, `write`, `unlock`, or the number of a type that has no such word.
    public String typeName() {
        if ((type & MANDATORY) != 0) {
            return "mandatory 0x" + Integer.toHexString(type);
        }
        var breaking = kind == 8 && (type & BREAKING) != 0;
        return switch (breaking ? type & ~BREAKING : type) {
                    case 0 -> "read";
                    case 1 -> "write";
                    case 2 -> "unlock";
                    default -> "type " + Integer.toUnsignedString(type);
                }
                + (breaking ? ", being broken" : "");
    }

    /// `10..29` with both ends counted as `/proc/locks` does, `0..EOF` for one that reaches to the end.
    public String bytes() {
        // A hostile length can reach beyond the largest number.
        return "%d..%s"
                .formatted(
                        start,
                        length == 0 || length < 0 || start > Long.MAX_VALUE - length
                                ? length == 0 ? "EOF" : "?"
                                : Long.toString(start + length - 1));
    }
}
