package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.icecore.analysis.compare.MemoryComparison;
import org.icecore.analysis.compare.MemoryRange;
import org.icecore.analysis.compare.RangeList;
import org.icecore.analysis.compare.RestartableAreas;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.report.Block;
import org.icecore.report.Column;
import org.icecore.report.HexExcerpt;
import org.icecore.report.Mark;
import org.icecore.report.Note;
import org.icecore.report.Row;
import org.icecore.report.Table;

/// The changed bytes of one task: a table of what came, went or cannot be compared, and excerpts of what changed.
record MemoryExcerpts(TaskComparison task, Bounds bounds) {

    private static final int ROW = 16;

    List<Block> blocks() {
        if (task.memory().isEmpty()) {
            return List.of();
        }
        var memory = task.memory().get();
        var blocks = new ArrayList<Block>();
        blocks.addAll(others(memory));
        blocks.addAll(changed(memory));
        blocks.addAll(added(memory));
        if (!memory.coverage().isComplete()) {
            blocks.add(Note.of(Note.Kind.COVERAGE, memory.coverage().text()));
        }
        return blocks;
    }

    /// Runs that neither checkpoint knows are the bulk of every address space and say nothing about changes.
    private List<Block> others(MemoryComparison memory) {
        var told =
                memory.others().stream()
                        .filter(range -> range.state() != MemoryRange.State.UNKNOWN)
                        .toList();
        if (told.isEmpty()) {
            return List.of();
        }
        var rows =
                told.stream()
                        .limit(bounds.rows())
                        .map(
                                range ->
                                        Row.of(
                                                switch (range.state()) {
                                                    case ADDED -> Mark.ADDED;
                                                    case REMOVED -> Mark.REMOVED;
                                                    case CHANGED -> Mark.CHANGED;
                                                    case ONE_SIDED, UNKNOWN -> Mark.NONE;
                                                },
                                                range.range().toString(),
                                                CellText.size(range.range().length()),
                                                range.state().label(),
                                                range.reason()))
                        .toList();
        return List.of(
                Table.of(
                                "Memory of task %s on one side only".formatted(task.pid()),
                                List.of(
                                        Column.exact("Addresses"),
                                        Column.number("Size"),
                                        Column.word("State"),
                                        Column.text("Reason", 4)),
                                rows)
                        .omitting(told.size() - rows.size()));
    }

    private List<Block> changed(MemoryComparison memory) {
        var blocks = new ArrayList<Block>();
        var ranges = memory.changed();
        var next = 0;
        while (next < ranges.size() && blocks.size() < bounds.excerpts()) {
            var start = alignedDown(ranges.start(next));
            var limit = start + bounds.excerptBytes();
            var last = next;
            // Neighbouring changes share an excerpt as long as they fit.
            while (last + 1 < ranges.size()
                    && Long.compareUnsigned(ranges.end(last + 1), limit) <= 0
                    && ranges.start(last + 1) - ranges.end(last) <= ROW) {
                last++;
            }
            var end = alignedUp(ranges.end(last));
            var cut = Long.compareUnsigned(end, limit) > 0 ? limit : end;
            var excerpt = excerpt(memory, new AddressRange(start, cut), noise(memory, next, last));
            blocks.add(end == cut ? excerpt : excerpt.omitting(end - cut));
            next = last + 1;
        }
        if (next < ranges.size()) {
            blocks.add(
                    Note.of(
                            Note.Kind.COVERAGE,
                            Counted.of(
                                            ranges.size() - next,
                                            "further run of changed bytes (%s) of task %s is not quoted here.",
                                            "further runs of changed bytes (%s) of task %s are not quoted here.")
                                    .formatted(
                                            CellText.exactBytes(bytes(ranges, next)), task.pid())));
            blocks.add(
                    ChangedPages.of(
                            memory,
                            next,
                            "Pages of task %s with changed bytes that are not quoted"
                                    .formatted(task.pid()),
                            bounds));
        }
        return blocks;
    }

    private static long bytes(RangeList ranges, int from) {
        var bytes = 0L;
        for (var i = from; i < ranges.size(); i++) {
            bytes += ranges.end(i) - ranges.start(i);
        }
        return bytes;
    }

    /// What is said of runs that the kernel itself makes, if all from `first` to `last` are such.
    private static String noise(MemoryComparison memory, int first, int last) {
        return IntStream.rangeClosed(first, last)
                        .allMatch(i -> memory.noise().hold(memory.changed().get(i)))
                ? "; " + RestartableAreas.REASON
                : "";
    }

    private HexExcerpt excerpt(MemoryComparison memory, AddressRange range, String note) {
        return HexExcerpt.compare(
                "Changed bytes of task %s at 0x%x%s%s"
                        .formatted(task.pid(), range.start(), name(memory.after(), range), note),
                range.start(),
                HexSides.of("before", memory.before(), range),
                HexSides.of("after", memory.after(), range));
    }

    /// The first stored bytes of memory that was mapped only after: what was put there is the point of most reports. Pages
    /// that nobody wrote to are zeros and stored nowhere; they would tell nothing.
    private List<Block> added(MemoryComparison memory) {
        var blocks = new ArrayList<Block>();
        var left = 0;
        var bytesLeft = 0L;
        var untouched = 0;
        var bytesUntouched = 0L;
        for (var range : memory.others()) {
            if (range.state() != MemoryRange.State.ADDED) {
                continue;
            }
            var shown = stored(memory.after(), range.range());
            if (shown.isEmpty()) {
                untouched++;
                bytesUntouched += range.range().length();
            } else if (blocks.size() >= bounds.excerpts()) {
                left++;
                bytesLeft += range.range().length();
            } else {
                blocks.add(added(memory, range.range(), shown.get()));
            }
        }
        if (untouched > 0) {
            blocks.add(
                    Note.of(
                            Note.Kind.COVERAGE,
                            Counted.of(
                                            untouched,
                                            "run of memory mapped only after (%s) of task %s is not quoted: it holds nothing but"
                                                    + " zeros, which are stored nowhere.",
                                            "runs of memory mapped only after (%s) of task %s are not quoted: they hold nothing but"
                                                    + " zeros, which are stored nowhere.")
                                    .formatted(CellText.exactBytes(bytesUntouched), task.pid())));
        }
        if (left > 0) {
            blocks.add(
                    Note.of(
                            Note.Kind.COVERAGE,
                            Counted.of(
                                            left,
                                            "further run of memory mapped only after (%s) of task %s is not quoted here.",
                                            "further runs of memory mapped only after (%s) of task %s are not quoted here.")
                                    .formatted(CellText.exactBytes(bytesLeft), task.pid())));
        }
        return blocks;
    }

    /// As many bytes as an excerpt may have from the first that is not a zero stored nowhere; nothing if all are such.
    private Optional<AddressRange> stored(AddressSpace memory, AddressRange range) {
        for (var extent : memory.walk(range)) {
            if (!(extent.origin() instanceof Origin.Zero)) {
                var start = extent.range().start();
                return Optional.of(
                        AddressRange.of(
                                start, Math.min(range.end() - start, bounds.excerptBytes())));
            }
        }
        return Optional.empty();
    }

    private Block added(MemoryComparison memory, AddressRange range, AddressRange shown) {
        return HexExcerpt.of(
                        "Memory of task %s mapped only after, at 0x%x%s"
                                .formatted(task.pid(), shown.start(), name(memory.after(), shown)),
                        shown.start(),
                        HexSides.of("after", memory.after(), shown))
                .omitting(range.length() - shown.length());
    }

    private static String name(AddressSpace memory, AddressRange range) {
        return memory.vma(range.start())
                .map(vma -> ", %s %s".formatted(vma.protection(), vma.title()))
                .orElse("");
    }

    private static long alignedDown(long address) {
        return address & -ROW;
    }

    private static long alignedUp(long address) {
        return address + ROW - 1 & -ROW;
    }
}
