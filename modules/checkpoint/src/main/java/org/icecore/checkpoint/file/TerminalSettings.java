package org.icecore.checkpoint.file;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.icecore.checkpoint.Machine;

/// Settings of a terminal as `tcgetattr` gives them. Which bit and which character means what depends on the machine:
/// asm-generic/termbits.h, and arch/mips and arch/powerpc/include/uapi/asm/termbits.h.
///
/// @param discipline of lines; 0 is N_TTY
/// @param characters that mean something to the terminal, in the order of the kernel's `c_cc`, 0 to 255 each
public record TerminalSettings(
        int input,
        int output,
        int control,
        int local,
        int discipline,
        List<Integer> characters,
        Machine machine) {

    private static final int ICANON = 2;
    private static final int ICANON_OF_POWERPC = 0x100;
    private static final int ECHO = 8;
    private static final int EXTENDED_SPEED = 0x1000;
    private static final int SPEED_OF_POWERPC = 0xff;

    public TerminalSettings {
        characters = List.copyOf(characters);
    }

    /// Bits a second, as the bits of `control` say, which is where `stty` reads it; empty for a speed without a name, which
    /// is not recorded, and where the machine is unknown. 0 hangs up.
    public OptionalInt speed() {
        return switch (machine) {
            case GENERIC, ARM, MIPS ->
                    speed(control & 0xf, (control & EXTENDED_SPEED) == 0 ? 0 : SPEEDS.size() - 1);
            case POWERPC -> speed(control & SPEED_OF_POWERPC, 0);
            case UNKNOWN -> OptionalInt.empty();
        };
    }

    /// The first code of the fast ones stands for a speed without a name.
    private static OptionalInt speed(int code, int before) {
        var i = code + before;
        return i < SPEEDS.size() + FAST_SPEEDS.size() && (before == 0 || code > 0)
                ? OptionalInt.of(
                        i < SPEEDS.size() ? SPEEDS.get(i) : FAST_SPEEDS.get(i - SPEEDS.size()))
                : OptionalInt.empty();
    }

    /// Each character by its name, as `stty -a` writes it: `intr = ^C`, `eol = <undef>`, `min = 1`; by its place where the
    /// machine is unknown. A place without a meaning is left out.
    public List<String> characterNames() {
        return IntStream.range(0, characters.size())
                .filter(i -> !name(i).isEmpty())
                .mapToObj(i -> name(i) + " = " + shown(i))
                .toList();
    }

    /// Names of the characters that are not 0.
    public List<String> namesOfSet() {
        return IntStream.range(0, characters.size())
                .filter(i -> characters.get(i) != 0 && !name(i).isEmpty())
                .mapToObj(this::name)
                .toList();
    }

    private String name(int i) {
        var names =
                switch (machine) {
                    case GENERIC, ARM -> NAMES;
                    case MIPS -> NAMES_OF_MIPS;
                    case POWERPC -> NAMES_OF_POWERPC;
                    case UNKNOWN -> List.<String>of();
                };
        if (machine == Machine.UNKNOWN) {
            return "c_cc[%d]".formatted(i);
        }
        return i < names.size() && !names.get(i).equals(NOTHING) ? names.get(i) : "";
    }

    private String shown(int i) {
        var character = characters.get(i);
        return switch (name(i)) {
            case "time", "min" -> Integer.toString(character);
            default -> character == 0 ? "<undef>" : spelled(character);
        };
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

    private static final int DELETE = 0x7f;
    private static final String NOTHING = "-";

    private static final List<String> NAMES =
            names(
                    "intr quit erase kill eof time min swtch start stop susp eol rprnt discard werase lnext eol2");

    private static final List<String> NAMES_OF_MIPS =
            names(
                    "intr quit erase kill min time eol2 swtch start stop susp - rprnt discard werase lnext eof eol");

    private static final List<String> NAMES_OF_POWERPC =
            names(
                    "intr quit erase kill eof min eol time eol2 swtch werase rprnt susp start stop lnext discard");

    private static List<String> names(String words) {
        return List.of(words.split(" "));
    }

    /// B0 to B38400.
    private static final List<Integer> SPEEDS =
            List.of(
                    0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19200,
                    38400);

    /// B57600 to B4000000.
    private static final List<Integer> FAST_SPEEDS =
            List.of(
                    57600, 115200, 230400, 460800, 500000, 576000, 921600, 1000000, 1152000,
                    1500000, 2000000, 2500000, 3000000, 3500000, 4000000);

    /// Whether input is handed over line by line; empty where the machine is unknown.
    public Optional<Boolean> canonical() {
        return switch (machine) {
            case GENERIC, ARM, MIPS -> Optional.of((local & ICANON) != 0);
            case POWERPC -> Optional.of((local & ICANON_OF_POWERPC) != 0);
            case UNKNOWN -> Optional.empty();
        };
    }

    /// Whether input is shown: not while a password is typed. All machines have one bit for it.
    public boolean echo() {
        return (local & ECHO) != 0;
    }
}
