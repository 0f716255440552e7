package org.icecore.views.hex.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/// Runs in 20 bytes each: a mapping can have millions. Runs are made anew as they are asked for.
public final class RunList extends AbstractList<HexRun> implements RandomAccess {
    private final long[] first;
    private final long[] last;
    private final int[] look;
    private final List<Look> looks;

    /// All of a run but its place; few differ.
    private record Look(ByteState state, String origin, int stripe) {}

    private RunList(Builder builder) {
        first = Arrays.copyOf(builder.first, builder.count);
        last = Arrays.copyOf(builder.last, builder.count);
        look = Arrays.copyOf(builder.look, builder.count);
        looks = List.copyOf(builder.looks);
    }

    @Override
    public HexRun get(int index) {
        var same = looks.get(look[index]);
        return new HexRun(
                new AddressSpan(first[index], last[index]),
                same.state(),
                same.origin(),
                same.stripe());
    }

    @Override
    public int size() {
        return first.length;
    }

    /// Gathers runs in the order of their addresses.
    public static final class Builder {
        private final List<Look> looks = new ArrayList<>();
        private final Map<Look, Integer> numbers = new HashMap<>();
        private long[] first = new long[16];
        private long[] last = new long[16];
        private int[] look = new int[16];
        private int count;

        /// No runs yet.
        public Builder() {}

        /// Adds a run, or lengthens the one before it if that looks alike and ends right below it.
        public Builder add(AddressSpan span, ByteState state, String origin, int stripe) {
            int number = number(new Look(state, origin, stripe));
            if (count > 0 && last[count - 1] + 1 == span.first() && look[count - 1] == number) {
                last[count - 1] = span.last();
                return this;
            }
            if (count == first.length) {
                int size = count + (count >> 1);
                first = Arrays.copyOf(first, size);
                last = Arrays.copyOf(last, size);
                look = Arrays.copyOf(look, size);
            }
            first[count] = span.first();
            last[count] = span.last();
            look[count++] = number;
            return this;
        }

        private int number(Look wanted) {
            if (count > 0 && looks.get(look[count - 1]).equals(wanted)) {
                return look[count - 1];
            }
            return numbers.computeIfAbsent(
                    wanted,
                    added -> {
                        looks.add(added);
                        return looks.size() - 1;
                    });
        }

        public RunList build() {
            return new RunList(this);
        }
    }
}
