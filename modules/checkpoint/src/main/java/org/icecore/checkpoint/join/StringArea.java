package org.icecore.checkpoint.join;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.CommandLine;
import org.icecore.checkpoint.task.Environment;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// Reads command line and environment from a task's memory, by the rules of the kernel's `fs/proc/base.c`.
record StringArea(AddressSpace memory, Location at, StringBudget budget) {

    /// The kernel bounds both areas together by the limit on the stack; no sane task comes near.
    private static final long LARGEST = 8L << 20;

    /// As `/proc/PID/cmdline`: the argument area; but if its last byte is not NUL the task has set a title, which then
    /// is one string from the first argument on, at most a page long, and may run on into the environment area if that
    /// begins where the argument area ends.
    Observed<CommandLine> commandLine() {
        var start = memory.layout().argumentsStart();
        var end = memory.layout().argumentsEnd();
        if (Long.compareUnsigned(start, end) >= 0) {
            return Observed.notCaptured("the task has no argument area");
        }
        return bytes(start, end - start).map(area -> commandLine(start, area));
    }

    private CommandLine commandLine(long start, Area read) {
        var area = read.bytes();
        if (read.stop().isPresent()) {
            // Whether it is a title stands in the last byte, which nobody has.
            return new CommandLine(texts(area), false, read.stop());
        }
        if (area[area.length - 1] == 0) {
            return new CommandLine(texts(area), false);
        }
        var title = knownFrom(start, titleRoom(start));
        return new CommandLine(
                List.of(EvidenceText.of(Arrays.copyOf(title, terminator(title, 0)))), true);
    }

    private long titleRoom(long start) {
        var layout = memory.layout();
        var adjoin =
                layout.environmentStart() == layout.argumentsEnd()
                        && Long.compareUnsigned(layout.environmentEnd(), layout.environmentStart())
                                >= 0;
        var room = (adjoin ? layout.environmentEnd() : layout.argumentsEnd()) - start;
        return Long.compareUnsigned(room, memory.pageSize()) < 0 ? room : memory.pageSize();
    }

    private static List<String> texts(byte[] area) {
        var texts = new ArrayList<String>();
        for (var from = 0; from < area.length; ) {
            var end = terminator(area, from);
            texts.add(end == from ? "" : EvidenceText.of(Arrays.copyOfRange(area, from, end)));
            from = end + 1;
        }
        return texts;
    }

    private static int terminator(byte[] bytes, int from) {
        var end = from;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return end;
    }

    /// As `/proc/PID/environ`: the environment area as it stands. NULs that a title left behind are no strings.
    Observed<Environment> environment() {
        var start = memory.layout().environmentStart();
        var end = memory.layout().environmentEnd();
        if (Long.compareUnsigned(start, end) >= 0) {
            return Observed.notCaptured("the task has no environment area");
        }
        return bytes(start, end - start).map(area -> environment(start, area));
    }

    private static Environment environment(long start, Area read) {
        var area = read.bytes();
        var entries = new ArrayList<Environment.Entry>();
        for (var from = 0; from < area.length; ) {
            var end = terminator(area, from);
            if (end > from) {
                entries.add(
                        new Environment.Entry(
                                EvidenceText.of(Arrays.copyOfRange(area, from, end)),
                                new VirtualAddress(start + from)));
            }
            from = end + 1;
        }
        return new Environment(entries, read.stop());
    }

    /// The captured beginning of an area.
    ///
    /// @param stop what is not captured behind it, and why; empty if it is whole
    private record Area(byte[] bytes, Optional<String> stop) {}

    private Observed<Area> bytes(long start, long length) {
        if (Long.compareUnsigned(length, LARGEST) > 0) {
            return Observed.notCaptured(
                    "an area of 0x%x bytes at 0x%x is more than any kernel allows"
                            .formatted(length, start));
        }
        if (!budget.allows(length)) {
            return Observed.notCaptured(budget.toString());
        }
        var known = 0L;
        var stop = Optional.<String>empty();
        for (var extent : memory.walk(AddressRange.of(start, length))) {
            stop = unknown(extent);
            if (stop.isPresent()) {
                break;
            }
            known += extent.range().length();
        }
        if (known == 0) {
            return Observed.notCaptured(stop.orElse("the area is empty"));
        }
        var bytes = read(start, known);
        if (bytes.found().filter(area -> !budget.take(area)).isPresent()) {
            return Observed.notCaptured(budget.toString());
        }
        var behind = stop;
        return bytes.map(area -> new Area(area, behind));
    }

    private static Optional<String> unknown(Extent extent) {
        return switch (extent.origin()) {
            case Origin.NotCaptured(_, var reason) ->
                    Optional.of("%s: %s".formatted(extent.range(), reason));
            case Origin.NotMapped _ -> Optional.of("%s is not mapped".formatted(extent.range()));
            case Origin.Captured _, Origin.Zero _ -> Optional.empty();
        };
    }

    private Observed<byte[]> read(long start, long length) {
        var bytes = new byte[(int) length];
        try {
            memory.read(start, MemorySegment.ofArray(bytes));
        } catch (EvidenceException e) {
            return Observed.malformed(e);
        }
        return Observed.present(bytes, at);
    }

    /// At most `length` bytes, up to the first that is not known.
    private byte[] knownFrom(long start, long length) {
        var known = 0L;
        for (var extent : memory.walk(AddressRange.of(start, length))) {
            if (!extent.origin().known()) {
                break;
            }
            known += extent.range().length();
        }
        return known == 0 ? new byte[0] : read(start, known).found().orElseGet(() -> new byte[0]);
    }
}
