package org.icecore.checkpoint.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.checkpoint.Machine;

/// The flags of an open file: O_* bits of the machine that was dumped, as CRIU wrote them.
public record OpenFlags(int bits, Machine machine) {

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
        for (var flag : FLAGS.get(machine).entrySet()) {
            if ((rest & flag.getValue()) == flag.getValue()) {
                names.add(flag.getKey());
                rest &= ~flag.getValue();
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

    /// The names of each machine with their bits; those made of several bits come before the bits they hold.
    private static final Map<Machine, SequencedMap<String, Integer>> FLAGS =
            Stream.of(Machine.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    machine -> machine,
                                    machine ->
                                            Collections.unmodifiableSequencedMap(flags(machine))));

    private static SequencedMap<String, Integer> flags(Machine machine) {
        return switch (machine) {
            case GENERIC -> special(generic(), 0200000, 0400000, 040000, 0100000);
            case ARM -> special(generic(), 040000, 0100000, 0200000, 0400000);
            case POWERPC -> special(generic(), 040000, 0100000, 0400000, 0200000);
            case MIPS -> special(mips(), 0200000, 0400000, 0x8000, 0x2000);
            // Nothing but the access mode is alike on all.
            case UNKNOWN -> new LinkedHashMap<>();
        };
    }

    /// arch/*/include/uapi/asm/fcntl.h: those that differ most, and those that all have alike. `O_TMPFILE` holds `O_DIRECTORY`.
    private static SequencedMap<String, Integer> special(
            SequencedMap<String, Integer> flags,
            int directory,
            int noFollow,
            int direct,
            int large) {
        flags.put("O_DIRECT", direct);
        flags.put("O_LARGEFILE", large);
        flags.put("O_TMPFILE", 020000000 | directory);
        flags.put("O_DIRECTORY", directory);
        flags.put("O_NOFOLLOW", noFollow);
        flags.put("O_NOATIME", 01000000);
        flags.put("O_CLOEXEC", 02000000);
        flags.put("O_PATH", 010000000);
        return flags;
    }

    /// asm-generic/fcntl.h.
    private static SequencedMap<String, Integer> generic() {
        return ordinary(0100, 0200, 0400, 01000, 02000, 04000, 04000000, 010000, 020000);
    }

    /// arch/mips/include/uapi/asm/fcntl.h.
    private static SequencedMap<String, Integer> mips() {
        return ordinary(0x100, 0x400, 0x800, 0x200, 0x8, 0x80, 0x4000, 0x10, 0x1000);
    }

    private static SequencedMap<String, Integer> ordinary(
            int create,
            int exclusive,
            int noTerminal,
            int truncate,
            int append,
            int nonBlocking,
            int synchronous,
            int dataOnly,
            int signals) {
        var flags = new LinkedHashMap<String, Integer>();
        flags.put("O_CREAT", create);
        flags.put("O_EXCL", exclusive);
        flags.put("O_NOCTTY", noTerminal);
        flags.put("O_TRUNC", truncate);
        flags.put("O_APPEND", append);
        flags.put("O_NONBLOCK", nonBlocking);
        flags.put("O_SYNC", synchronous | dataOnly);
        flags.put("O_DSYNC", dataOnly);
        flags.put("O_ASYNC", signals);
        return flags;
    }
}
