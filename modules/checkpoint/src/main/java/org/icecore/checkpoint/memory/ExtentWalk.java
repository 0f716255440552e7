package org.icecore.checkpoint.memory;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// The extents of a range one after the other, of which only some are on the heap at a time.
final class ExtentWalk implements Iterator<Extent> {

    private static final int AT_A_TIME = 4096;

    private final AddressSpace memory;
    private final long end;
    private long position;
    private List<Extent> extents = List.of();
    private int next;

    ExtentWalk(AddressSpace memory, AddressRange range) {
        this.memory = memory;
        this.position = range.start();
        this.end = range.end();
    }

    @Override
    public boolean hasNext() {
        return next < extents.size() || position != end;
    }

    @Override
    public Extent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (next == extents.size()) {
            extents = memory.extents(new AddressRange(position, end), AT_A_TIME);
            position = extents.getLast().range().end();
            next = 0;
        }
        return extents.get(next++);
    }
}
