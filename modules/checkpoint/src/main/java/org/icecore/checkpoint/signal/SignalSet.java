package org.icecore.checkpoint.signal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Some of the signals.
///
/// @param bits bit n-1 stands for signal n
/// @param upper bit n-65 stands for signal n; only MIPS has so many
public record SignalSet(SignalNumbering numbering, long bits, long upper) {

    /// Some of the first 64.
    public SignalSet(SignalNumbering numbering, long bits) {
        this(numbering, bits, 0);
    }

    /// The signals in it.
    public List<Signal> signals() {
        return IntStream.rangeClosed(1, 2 * Long.SIZE)
                .filter(this::holds)
                .mapToObj(numbering::signal)
                .toList();
    }

    private boolean holds(int number) {
        var bit = number - 1;
        return ((bit < Long.SIZE ? bits >>> bit : upper >>> bit - Long.SIZE) & 1) != 0;
    }

    /// Their names; of a set with more than half of all signals one line, `all but SIGKILL, SIGSTOP`.
    public List<String> names() {
        if (Long.bitCount(bits) + Long.bitCount(upper) <= numbering.greatest() / 2) {
            return signals().stream().map(Signal::name).toList();
        }
        var others =
                IntStream.rangeClosed(1, numbering.greatest())
                        .filter(number -> !holds(number))
                        .mapToObj(number -> numbering.signal(number).name())
                        .collect(Collectors.joining(", "));
        return List.of(others.isEmpty() ? "all" : "all but " + others);
    }
}
