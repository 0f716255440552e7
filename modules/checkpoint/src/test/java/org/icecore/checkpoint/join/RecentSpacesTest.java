package org.icecore.checkpoint.join;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.MemoryLayout;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Protection;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.evidence.Location;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Address spaces that were asked for last")
class RecentSpacesTest {

    private static final int PAGE = 4096;
    private static final long EACH = space(10).heapBytes();

    private final List<Long> read = new ArrayList<>();

    private RecentSpaces spaces(long room) {
        return new RecentSpaces(this::read, room);
    }

    private DumpedMemory read(long pid) {
        read.add(pid);
        return space(10);
    }

    private static DumpedMemory space(int mappings) {
        return new DumpedMemory(
                PAGE,
                IntStream.range(0, mappings).mapToObj(RecentSpacesTest::mapping).toList(),
                Collections.nCopies(
                        mappings,
                        new Backing(true, Optional.empty(), new Origin.NotMapped(), false)),
                new MemoryLayout(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of()),
                Optional.empty(),
                0);
    }

    private static Vma mapping(int number) {
        return new Vma(
                AddressRange.of(2L * PAGE * number, PAGE),
                new Protection(true, true, false, false),
                VmaKind.ANONYMOUS,
                0,
                0,
                0,
                0,
                Optional.empty(),
                "",
                0,
                Optional.empty(),
                Location.of("mm-1.img", 0, 0));
    }

    private static void ask(RecentSpaces spaces, long... pids) {
        for (long pid : pids) {
            spaces.of(pid);
        }
    }

    @Test
    @DisplayName("are read once where there is room for all of them")
    void room() {
        ask(spaces(3 * EACH), 1, 2, 3, 1, 2, 3);
        assertEquals(List.of(1L, 2L, 3L), read);
    }

    @Test
    @DisplayName("make room for others, the one first that was not asked for the longest time")
    void eldest() {
        ask(spaces(2 * EACH), 1, 2, 1, 3, 1, 2);
        assertEquals(List.of(1L, 2L, 3L, 2L), read);
    }

    @Test
    @DisplayName("keep at least the last, however large it is")
    void last() {
        ask(spaces(0), 1, 1, 2, 2, 1);
        assertEquals(List.of(1L, 2L, 1L), read);
    }

    @Test
    @DisplayName("count what is noted twice once")
    void twice() {
        var spaces = spaces(2 * EACH);
        spaces.keep(1, space(10));
        spaces.keep(1, space(10));
        spaces.keep(2, space(10));
        ask(spaces, 1, 2);
        assertEquals(List.of(), read);
    }
}
