package org.icecore.analysis.search;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// Goes through the known bytes of tasks in address order, a chunk at a time, each byte of the evidence once.
///
/// Of bytes that are of no interest by themselves (known to be zero, or seen with another task) only the `edge` bytes next to
/// others are delivered, marked as not fresh: a match may begin or end in them. For one thread.
final class MemoryScan {

    static final int CHUNK = 1 << 20;

    private final byte[] chunk = new byte[CHUNK];
    private final SeenBytes seen = new SeenBytes();
    private final List<String> gaps = new ArrayList<>();
    private final int edge;
    private final Sink sink;
    private final Progress progress;
    private final long total;
    private long done;

    /// Takes bytes in address order; those that do not continue the last ones begin anew.
    interface Sink {

        /// What follows is memory of another task; nothing continues over from the one before.
        void begin();

        /// The next bytes; `fresh` if they are stored and had not been seen.
        ///
        /// @return whether more are wanted
        boolean take(long address, byte[] bytes, int length, boolean fresh);
    }

    MemoryScan(int edge, long total, Sink sink, Progress progress) {
        this.edge = edge;
        this.total = total;
        this.sink = sink;
        this.progress = progress;
    }

    /// What could not be read.
    List<String> gaps() {
        return List.copyOf(gaps);
    }

    /// Scans the memory of a task; false if the sink wants no more.
    boolean scan(Task task, AddressSpace memory) {
        sink.begin();
        if (memory.strayBytes() > 0) {
            gaps.add(
                    "memory of task %s: %,d stored bytes lie in no mapping, and no address leads to them"
                            .formatted(task.pid(), memory.strayBytes()));
        }
        for (var vma : memory.vmas()) {
            for (var extent : memory.walk(vma.range())) {
                if (!scan(task, memory, extent)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean scan(Task task, AddressSpace memory, Extent extent) {
        return switch (extent.origin()) {
            case Origin.NotCaptured _, Origin.NotMapped _ -> true;
            case Origin.Zero _ -> edges(task, memory, extent.range());
            case Origin.Captured(Location at, _) ->
                    captured(task, memory, extent.range().start(), at);
        };
    }

    private boolean captured(Task task, AddressSpace memory, long address, Location at) {
        for (var part : seen.add(at)) {
            var range =
                    AddressRange.of(
                            address + (part.range().start() - at.range().start()),
                            part.range().length());
            if (part.fresh() ? !all(task, memory, range, true) : !edges(task, memory, range)) {
                return false;
            }
            advance(part.range());
        }
        return true;
    }

    private boolean edges(Task task, AddressSpace memory, AddressRange range) {
        if (edge == 0) {
            return true;
        }
        if (Long.compareUnsigned(range.length(), 2L * edge) <= 0) {
            return all(task, memory, range, false);
        }
        return all(task, memory, AddressRange.of(range.start(), edge), false)
                && all(task, memory, new AddressRange(range.end() - edge, range.end()), false);
    }

    private boolean all(Task task, AddressSpace memory, AddressRange range, boolean fresh) {
        for (var at = range.start(); at != range.end(); ) {
            var rest = range.end() - at;
            var length = (int) Math.min(rest, CHUNK);
            try {
                memory.read(at, MemorySegment.ofArray(chunk).asSlice(0, length));
                if (!sink.take(at, chunk, length, fresh)) {
                    return false;
                }
            } catch (EvidenceException e) {
                gaps.add(
                        "memory of task %s at %s could not be read: %s"
                                .formatted(
                                        task.pid(), AddressRange.of(at, length), e.getMessage()));
            }
            progress.advance(Math.min(done, total), total);
            at += length;
        }
        return true;
    }

    private void advance(ByteRange bytes) {
        done += bytes.length();
        progress.advance(Math.min(done, total), total);
    }
}
