package org.icecore.checkpoint.file;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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
        Optional<Settings> settings,
        Optional<Settings> locks,
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

    /// As `tcgetattr` gives them; the bits are those of asm-generic/termbits.h.
    ///
    /// @param discipline of lines; 0 is N_TTY
    /// @param characters that mean something to the terminal, in the order of the kernel's `c_cc`, 0 to 255 each
    public record Settings(
            int input,
            int output,
            int control,
            int local,
            int discipline,
            List<Integer> characters) {

        private static final int ICANON = 2;
        private static final int ECHO = 8;
        private static final int EXTENDED_SPEED = 0x1000;

        public Settings {
            characters = List.copyOf(characters);
        }

        /// Bits a second, as the bits of `control` say, which is where `stty` reads it; empty for a speed without a name, which
        /// is not recorded. 0 hangs up.
        public OptionalInt speed() {
            var code = control & 0xf;
            if ((control & EXTENDED_SPEED) == 0) {
                return OptionalInt.of(SPEEDS.get(code));
            }
            return code >= 1 && code <= FAST_SPEEDS.size()
                    ? OptionalInt.of(FAST_SPEEDS.get(code - 1))
                    : OptionalInt.empty();
        }

        /// Each character by its name, as `stty -a` writes it: `intr = ^C`, `eol = <undef>`, `min = 1`.
        public List<String> characterNames() {
            return IntStream.range(0, Math.min(NAMES.size(), characters.size()))
                    .mapToObj(i -> NAMES.get(i) + " = " + shown(i))
                    .toList();
        }

        private String shown(int i) {
            var character = characters.get(i);
            if (i == TIME || i == MIN) {
                return Integer.toString(character);
            }
            return character == 0 ? "<undef>" : spelled(character);
        }

        /// With `^` for control and `M-` for the eighth bit.
        private static String spelled(int character) {
            if (character >= 0x80) {
                return "M-" + spelled(character & 0x7f);
            }
            if (character < ' ') {
                return "^" + (char) (character + '@');
            }
            return character == DELETE ? "^?" : Character.toString(character);
        }

        private static final int TIME = 5;
        private static final int MIN = 6;
        private static final int DELETE = 0x7f;

        /// By index, asm-generic/termbits.h.
        private static final List<String> NAMES =
                List.of(
                        ("intr quit erase kill eof time min swtch start stop susp eol rprnt discard werase lnext"
                                        + " eol2")
                                .split(" "));

        /// B0 to B38400.
        private static final List<Integer> SPEEDS =
                List.of(
                        0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600,
                        19200, 38400);

        /// B57600 to B4000000.
        private static final List<Integer> FAST_SPEEDS =
                List.of(
                        57600, 115200, 230400, 460800, 500000, 576000, 921600, 1000000, 1152000,
                        1500000, 2000000, 2500000, 3000000, 3500000, 4000000);

        /// Whether input is handed over line by line.
        public boolean canonical() {
            return (local & ICANON) != 0;
        }

        /// Whether input is shown: not while a password is typed.
        public boolean echo() {
            return (local & ECHO) != 0;
        }
    }
}
