package org.icecore.checkpoint.file;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.evidence.Location;

/// A terminal, or one end of a pseudo terminal; `tty_info_entry`.
///
/// @param id key by which [OpenFile.Tty#infoId()] refers to it
/// @param type e.g. `PTY`
/// @param index of a pseudo terminal: N of `/dev/pts/N`
/// @param session that it controls; 0 is none
/// @param group in the foreground; 0 is none
/// @param device of the C library's encoding
/// @param locked pseudo terminal that is not unlocked yet
/// @param exclusive not to be opened again
/// @param packetMode TIOCPKT
/// @param locks of the settings: a bit or character that is not 0 here cannot be changed; if recorded
/// @param owner of the device file, if recorded
/// @param ownerGroup of the device file, if recorded
public record Terminal(
        long id,
        String type,
        OptionalInt index,
        int session,
        int group,
        int device,
        boolean locked,
        boolean exclusive,
        boolean packetMode,
        Optional<Size> size,
        Optional<TerminalSettings> settings,
        Optional<TerminalSettings> locks,
        OptionalLong owner,
        OptionalLong ownerGroup,
        Location at) {

    private static final int MULTIPLEXER = 0x502;

    /// Whether it is the end of a pseudo terminal that a terminal program holds: `/dev/ptmx`.
    public boolean master() {
        return index.isPresent() && device == MULTIPLEXER;
    }

    /// As last set; all 0 when never.
    public record Size(long rows, long columns) {

        @Override
        public String toString() {
            return columns + "x" + rows;
        }
    }
}
