package org.icecore.fuzz;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Breaks for an input that blind chance does not find: what shows that a find is found.
final class BrokenTarget implements Target {

    static final String NAME = "broken";

    @Override
    public void run(byte[] input) throws IOException {
        if (input.length >= 6 && input[0] == 'b' && input[2] == 'o') {
            if (input[1] == 'r' && input[3] == 'k' && input[5] == input[4] + 1) {
                throw new IllegalStateException("what is there to be found");
            }
        }
    }

    @Override
    public SequencedMap<String, byte[]> seeds() {
        var seeds = new LinkedHashMap<String, byte[]>();
        seeds.put("nothing", new byte[16]);
        return seeds;
    }
}
