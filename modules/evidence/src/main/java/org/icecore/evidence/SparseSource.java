package org.icecore.evidence;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// A sparse member: its packed runs, with zeros in the holes between, as extraction would write it.
///
/// @param map where the runs lie
/// @param packed the runs as the archive holds them
/// @param header the headers, which are all that the archive says of a hole
record SparseSource(SparseMap map, ByteSource packed, Location header) implements ByteSource {

    @Override
    public long size() {
        return map.size();
    }

    /// The packed data from the first to the last byte of `range` that is stored; the headers if all of it is a hole.
    @Override
    public Location locate(ByteRange range) {
        int first = runEndingBehind(range.start());
        int last = runEndingBehind(range.end() - 1);
        if (last == map.runs() || (last >= 0 && map.starts()[last] >= range.end())) {
            last--;
        }
        if (range.length() == 0 || last < first) {
            return header;
        }
        long start = map.stored()[first] + Math.max(0, range.start() - map.starts()[first]);
        long end = map.stored()[last] + Math.min(range.end(), map.end(last)) - map.starts()[last];
        return packed.locate(new ByteRange(start, end));
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        Reach.check(this, position, target);
        target.fill((byte) 0);
        long end = position + target.byteSize();
        for (int run = runEndingBehind(position);
                run < map.runs() && map.starts()[run] < end;
                run++) {
            long from = Math.max(position, map.starts()[run]);
            long to = Math.min(end, map.end(run));
            packed.read(
                    map.stored()[run] + from - map.starts()[run],
                    target.asSlice(from - position, to - from));
        }
    }

    /// The first run that ends behind `position`; the number of runs if none does.
    private int runEndingBehind(long position) {
        int found = Arrays.binarySearch(map.starts(), position);
        if (found >= 0) {
            return found;
        }
        int before = -found - 2;
        return before >= 0 && map.end(before) > position ? before : before + 1;
    }
}
