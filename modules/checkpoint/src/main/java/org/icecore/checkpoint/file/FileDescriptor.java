package org.icecore.checkpoint.file;

import java.util.Optional;
import org.icecore.checkpoint.Observed;
import org.icecore.evidence.Location;

/// A file descriptor of a task; `fdinfo_entry`.
///
/// @param flags FD_* bits; 1 is FD_CLOEXEC
/// @param file what it refers to; absent if the id dangles
/// @param owner who gets the signals of the file, if anybody does
/// @param label SELinux context of the socket that it refers to, if one was recorded
/// @param at where the entry lies
public record FileDescriptor(
        FdNumber fd,
        int flags,
        FileId id,
        Observed<OpenFile> file,
        Optional<SignalOwner> owner,
        Optional<String> label,
        Location at) {

    /// Whether it is closed by `execve`.
    public boolean closeOnExec() {
        return (flags & 1) != 0;
    }
}
