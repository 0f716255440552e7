package org.icecore.checkpoint.join;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.LongFunction;

/// The address spaces that were asked for last, as many as a small part of the heap has room for, but the last one in any case:
/// those of an ordinary dump are read once, and one of any number of tasks costs the heap of a few. Safe for use by several
/// threads.
///
/// What is forgotten when the heap runs short would be kept until then: the collector would go through all of it again and again.
final class RecentSpaces {

    private final LongFunction<DumpedMemory> reader;
    private final long room;
    private final LinkedHashMap<Long, DumpedMemory> spaces = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    /// @param reader reads the address space of a task, as often as it is asked; safe for use by several threads
    RecentSpaces(LongFunction<DumpedMemory> reader) {
        this(reader, Runtime.getRuntime().maxMemory() >> 4);
    }

    /// @param room bytes of the heap for all but the last
    RecentSpaces(LongFunction<DumpedMemory> reader, long room) {
        this.reader = reader;
        this.room = room;
    }

    /// Notes what was read.
    synchronized void keep(long pid, DumpedMemory space) {
        var before = spaces.put(pid, space);
        taken += space.heapBytes() - (before == null ? 0 : before.heapBytes());
        var eldest = spaces.entrySet().iterator();
        while (taken > room && spaces.size() > 1) {
            taken -= eldest.next().getValue().heapBytes();
            eldest.remove();
        }
    }

    private synchronized Optional<DumpedMemory> known(long pid) {
        return Optional.ofNullable(spaces.get(pid));
    }

    /// The address space of that task.
    DumpedMemory of(long pid) {
        var known = known(pid);
        if (known.isPresent()) {
            return known.get();
        }
        var space = reader.apply(pid);
        keep(pid, space);
        return space;
    }
}
