package org.icecore.fuzz;

import java.io.IOException;
import java.util.SequencedMap;

/// Decoders that are fuzzed together, and what they promise of any input.
public interface Target {

    /// Decodes `input` in all ways there are.
    ///
    /// Whatever it throws is a find: a broken promise is an [AssertionError], everything that a decoder may throw for bad
    /// evidence is caught within.
    void run(byte[] input) throws IOException;

    /// An input that goes through most of it, tried before the clock of the first one runs: classes are loaded and
    /// instrumented meanwhile.
    default byte[] example() {
        return new byte[0];
    }

    /// Inputs to begin with, by a name that says what they are: real evidence as far as it is small.
    SequencedMap<String, byte[]> seeds() throws IOException;
}
