package org.icecore.report.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.MappingTable;
import org.icecore.analysis.search.MemoryString;
import org.icecore.analysis.search.MemoryStrings;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.Progress;
import org.icecore.report.Block;
import org.icecore.report.Column;
import org.icecore.report.HexExcerpt;
import org.icecore.report.Note;
import org.icecore.report.Row;
import org.icecore.report.Table;

/// The memory of a task that came or went, which nothing can be compared with: the mappings of which pages are stored, what is
/// stored of executable ones, and the text in its heap.
///
/// @param side `before` or `after`
record TaskMemory(String side, Checkpoint checkpoint, Task task, Bounds bounds) {

    private static final int LEAST_TEXT = 8;
    private static final int MOST_TEXTS = 60;
    private static final int LONGEST_TEXT = 300;
    /// Strings of all its memory that are looked through for those of the heap.
    private static final int MOST_SEARCHED = 20_000;

    /// A run of stored bytes of an executable mapping.
    private record Stored(Vma vma, AddressRange range) {}

    List<Block> blocks() {
        var space = task.memory().found();
        if (space.isEmpty()) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        blocks.addAll(
                new Tables(bounds)
                        .of(
                                MappingTable.of(checkpoint, task)
                                        .where(
                                                row ->
                                                        row.holdings().captured()
                                                                        + row.holdings().shared()
                                                                > 0),
                                "Memory of task %s that the checkpoint %s stores"
                                        .formatted(task.pid(), side),
                                "range",
                                "permissions",
                                "name",
                                "capturedPages",
                                "captured",
                                "shared"));
        blocks.addAll(executable(space.get()));
        blocks.addAll(texts(space.get()));
        return blocks;
    }

    /// Memory without a file first: nobody knows its content from elsewhere.
    private List<Block> executable(AddressSpace space) {
        var blocks = new ArrayList<Block>();
        var vdso = SharedVdso.of(checkpoint, task);
        var stored =
                space.vmas().stream()
                        .filter(vma -> vma.protection().execute())
                        .filter(vma -> vdso.isEmpty() || vma.kind() != VmaKind.VDSO)
                        .sorted(Comparator.comparing(TaskMemory::ofAFile))
                        .flatMap(
                                vma -> storedOf(space, vma).stream().map(at -> new Stored(vma, at)))
                        .limit(1L + bounds.excerpts())
                        .toList();
        var sameVdso = vdso.map(SharedVdso::sentence);
        if (stored.isEmpty()) {
            return sameVdso.<List<Block>>map(same -> List.of(Note.of(Note.Kind.COVERAGE, same)))
                    .orElse(List.of());
        }
        blocks.add(
                Note.of(
                        Note.Kind.COVERAGE,
                        ("What the checkpoint stores of executable memory is quoted from the start of each run of stored pages,"
                                                + " %,d bytes each at most. Dumping itself leaves one stored page of the program's own code"
                                                + " and those of the vDSO in every task; they tell nothing by being there.")
                                        .formatted(bounds.excerptBytes())
                                + sameVdso.map(same -> " " + same).orElse("")));
        stored.stream().limit(bounds.excerpts()).forEach(one -> blocks.add(excerpt(space, one)));
        if (stored.size() > bounds.excerpts()) {
            blocks.add(
                    Note.of(
                            Note.Kind.COVERAGE,
                            "Further executable memory of task %s is stored and not quoted here."
                                    .formatted(task.pid())));
        }
        return blocks;
    }

    private static boolean ofAFile(Vma vma) {
        return vma.kind() == VmaKind.FILE_PRIVATE
                || vma.kind() == VmaKind.FILE_SHARED
                || vma.kind() == VmaKind.VDSO;
    }

    /// Neighbouring extents are one run, wherever they are stored; as many as could be quoted.
    private List<AddressRange> storedOf(AddressSpace space, Vma vma) {
        var runs = new ArrayList<AddressRange>();
        for (Extent extent : space.walk(vma.range())) {
            if (extent.origin() instanceof Origin.Captured) {
                if (!runs.isEmpty() && runs.getLast().end() == extent.range().start()) {
                    var known = runs.removeLast();
                    runs.add(new AddressRange(known.start(), extent.range().end()));
                } else if (runs.size() > bounds.excerpts()) {
                    break;
                } else {
                    runs.add(extent.range());
                }
            }
        }
        return runs;
    }

    private Block excerpt(AddressSpace space, Stored stored) {
        var range = stored.range();
        var shown = AddressRange.of(range.start(), Math.min(range.length(), bounds.excerptBytes()));
        return HexExcerpt.of(
                        "Executable memory of task %s at 0x%x, %s %s: %s stored"
                                .formatted(
                                        task.pid(),
                                        range.start(),
                                        stored.vma().protection(),
                                        stored.vma().title(),
                                        CellText.exactBytes(range.length())),
                        range.start(),
                        HexSides.of(side, space, shown))
                .omitting(range.length() - shown.length());
    }

    private List<Block> texts(AddressSpace space) {
        var found = new ArrayList<MemoryString>();
        var more = new long[1];
        new MemoryStrings(LEAST_TEXT, MOST_SEARCHED)
                .in(
                        checkpoint,
                        Optional.of(task.pid()),
                        string -> {
                            if (!inHeap(space, string.range())) {
                                return;
                            }
                            if (found.size() < MOST_TEXTS) {
                                found.add(string);
                            } else {
                                more[0]++;
                            }
                        },
                        Progress.unwatched());
        if (found.isEmpty()) {
            return List.of();
        }
        return List.of(
                Table.of(
                                "Text of at least %d characters in the heap of task %s"
                                        .formatted(LEAST_TEXT, task.pid()),
                                List.of(Column.exact("Address"), Column.quoted("Text", 6)),
                                found.stream().map(string -> row(space, string)).toList())
                        .omitting(more[0]));
    }

    private static boolean inHeap(AddressSpace space, AddressRange range) {
        return space.vma(range.start()).filter(vma -> vma.kind() == VmaKind.HEAP).isPresent();
    }

    private static Row row(AddressSpace space, MemoryString string) {
        var text = string.text();
        var row =
                Row.of(
                        CellText.address(string.range().start()),
                        text.length() <= LONGEST_TEXT
                                ? text
                                : text.substring(0, LONGEST_TEXT)
                                        + " ... (%,d characters)".formatted(text.length()));
        return HexSides.places(space, string.range()).map(row::at).orElse(row);
    }
}
