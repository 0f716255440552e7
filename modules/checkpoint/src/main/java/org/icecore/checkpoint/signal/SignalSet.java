package org.icecore.checkpoint.signal;

import java.util.ArrayList;
import java.util.List;

/// Some of the first 64 signals.
///
/// @param bits bit n-1 stands for signal n
public record SignalSet(SignalNumbering numbering, long bits) {

    /// The signals in it.
    public List<Signal> signals() {
        return numbering.signals(bits);
    }

    /// Their names; of a set with more than half of all signals `all` and those that are not in it, `but SIGKILL`.
    public List<String> names() {
        if (Long.bitCount(bits) <= Long.SIZE / 2) {
            return signals().stream().map(Signal::name).toList();
        }
        var names = new ArrayList<>(List.of("all"));
        numbering.signals(~bits).forEach(signal -> names.add("but " + signal.name()));
        return List.copyOf(names);
    }
}
