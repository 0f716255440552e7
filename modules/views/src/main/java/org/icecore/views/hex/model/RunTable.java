package org.icecore.views.hex.model;

import java.util.Arrays;
import java.util.List;

/// The map of a content in arrays: every mapped address lies in one run, and neighbours that look alike are one.
final class RunTable {

    private static final String UNRECORDED = "no record of these bytes";

    private final List<HexRegion> regions;
    private final List<HexRun> runs;
    private long[] first = new long[16];
    private long[] last = new long[16];
    private byte[] state = new byte[16];
    private int[] region = new int[16];
    private int[] run = new int[16];
    private int count;

    private RunTable(List<HexRegion> regions, List<HexRun> runs) {
        this.regions = regions;
        this.runs = runs;
    }

    static RunTable of(HexContent content) {
        var table = new RunTable(content.regions(), content.runs());
        table.build();
        return table;
    }

    private void build() {
        int next = 0;
        for (int r = 0; r < regions.size(); r++) {
            var span = regions.get(r).span();
            if (r > 0
                    && Long.compareUnsigned(regions.get(r - 1).span().last(), span.first()) >= 0) {
                throw new IllegalArgumentException(
                        "region %s does not follow the one before it".formatted(span));
            }
            next = cover(r, span, next);
        }
    }

    /// Adds what lies in region `r`, from run `next` on; returns the run to go on with.
    private int cover(int r, AddressSpan span, int next) {
        long at = span.first();
        int k = next;
        while (k < runs.size()) {
            var found = runs.get(k);
            if (Long.compareUnsigned(found.span().last(), at) < 0) {
                k++;
                continue;
            }
            var part = found.span().intersection(new AddressSpan(at, span.last()));
            if (part.isEmpty()) {
                break;
            }
            if (part.get().first() != at) {
                add(at, part.get().first() - 1, ByteState.NOT_CAPTURED, r, -1);
            }
            add(part.get().first(), part.get().last(), found.state(), r, k);
            if (part.get().last() == span.last()) {
                return k;
            }
            at = part.get().last() + 1;
            k++;
        }
        add(at, span.last(), ByteState.NOT_CAPTURED, r, -1);
        return k;
    }

    private void add(long from, long to, ByteState what, int inRegion, int ofRun) {
        if (count > 0 && alike(count - 1, from, what, inRegion, ofRun)) {
            last[count - 1] = to;
            return;
        }
        if (count == first.length) {
            int size = count + (count >> 1);
            first = Arrays.copyOf(first, size);
            last = Arrays.copyOf(last, size);
            state = Arrays.copyOf(state, size);
            region = Arrays.copyOf(region, size);
            run = Arrays.copyOf(run, size);
        }
        first[count] = from;
        last[count] = to;
        state[count] = (byte) what.ordinal();
        region[count] = inRegion;
        run[count++] = ofRun;
    }

    private boolean alike(int index, long from, ByteState what, int inRegion, int ofRun) {
        if (last[index] + 1 != from
                || state[index] != what.ordinal()
                || region[index] != inRegion) {
            return false;
        }
        if (run[index] < 0 || ofRun < 0) {
            return run[index] == ofRun;
        }
        var one = runs.get(run[index]);
        var other = runs.get(ofRun);
        return one.stripe() == other.stripe() && one.origin().equals(other.origin());
    }

    int count() {
        return count;
    }

    long first(int index) {
        return first[index];
    }

    long last(int index) {
        return last[index];
    }

    AddressSpan span(int index) {
        return new AddressSpan(first[index], last[index]);
    }

    ByteState state(int index) {
        return ByteState.of(state[index]);
    }

    int region(int index) {
        return region[index];
    }

    /// Where the bytes of a run come from, or why they are absent.
    String origin(int index) {
        return run[index] < 0 ? UNRECORDED : runs.get(run[index]).origin();
    }

    int stripe(int index) {
        return run[index] < 0 ? 0 : runs.get(run[index]).stripe();
    }

    HexRegion regionOf(int index) {
        return regions.get(region[index]);
    }

    /// The last run that begins at or below `address`, -1 if none.
    int floor(long address) {
        return UnsignedSearch.floor(first, count, address);
    }

    /// The run that contains `address`, -1 if nothing is mapped there.
    int at(long address) {
        int floor = floor(address);
        return floor >= 0 && Long.compareUnsigned(address, last[floor]) <= 0 ? floor : -1;
    }

    /// The state of the byte at `address` as the map has it.
    ByteState stateAt(long address) {
        int index = at(address);
        return index < 0 ? ByteState.NOT_MAPPED : state(index);
    }

    /// The mapped address nearest to `address`.
    long nearest(long address) {
        int floor = floor(address);
        if (floor < 0) {
            return count == 0 ? address : first[0];
        }
        if (Long.compareUnsigned(address, last[floor]) <= 0) {
            return address;
        }
        if (floor + 1 == count) {
            return last[floor];
        }
        long below = address - last[floor];
        long above = first[floor + 1] - address;
        return Long.compareUnsigned(below, above) <= 0 ? last[floor] : first[floor + 1];
    }
}
