package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.compare.TaskComparison.Fate;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Task;

/// Compares two tasks of one pid.
final class TaskPair {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Task before;
    private final Task after;
    private final Optional<String> tableNote;
    private final Ledger ledger = new Ledger();

    /// A pair.
    ///
    /// @param tableNote what changes of descriptors are noted with; empty if they are told elsewhere
    TaskPair(Checkpoint first, Checkpoint second, Task before, Task after, Optional<String> tableNote) {
        this.first = first;
        this.second = second;
        this.before = before;
        this.after = after;
        this.tableNote = tableNote;
    }

    /// Compares all there is of one process.
    TaskComparison same(String reason, MemoryWalk walk) {
        var tasks = new TaskDifferences(first, second, ledger);
        var topic = tasks.topic(before, after);
        tasks.compare(before, after);
        new ThreadDifferences(first.id(), second.id(), ledger).compare(before, after);
        surroundings(topic);
        var spaces = spaces();
        if (spaces.isEmpty()) {
            ledger.compare(topic.kind(ChangeKind.MEMORY), "memory", before.memory(), after.memory(), space ->
                    CellText.exactBytes(space.capturedBytes()) + " captured");
            return result(reason, List.of(), Optional.empty());
        }
        var old = spaces.get().before();
        var now = spaces.get().after();
        var stretches = Stretch.of(old.vmas(), now.vmas());
        var memory = walk.compare(old, now, stretches);
        var mappings = new ArrayList<MappingComparison>();
        for (var i = 0; i < stretches.size(); i++) {
            mappings.add(mapping(stretches.get(i), memory.counts().get(i), old.vmas(), now.vmas()));
        }
        mappings.forEach(this::tell);
        return result(reason, mappings, Optional.of(memory.comparison()));
    }

    /// Compares what outlives `execve`, and says that the program is another.
    TaskComparison replaced(String reason) {
        var tasks = new TaskDifferences(first, second, ledger);
        var topic = tasks.topic(before, after);
        ledger.changed(topic, "program", Comparer.text(before), Comparer.text(after), reason);
        tasks.compare(before, after);
        new ThreadDifferences(first.id(), second.id(), ledger).compareLeaders(before, after);
        surroundings(topic);
        return new TaskComparison(
                after.pid(),
                Fate.REPLACED,
                Optional.of(before),
                Optional.of(after),
                reason,
                ledger.changes(),
                List.of(),
                Optional.empty());
    }

    private void surroundings(Topic topic) {
        new EnvironmentDifferences(first.id(), second.id(), ledger)
                .compare(topic.kind(ChangeKind.ENVIRONMENT), before, after);
        tableNote.ifPresent(note -> new DescriptorDifferences(first.id(), second.id(), ledger)
                .compare(topic, before, after, note));
    }

    private TaskComparison result(
            String reason, List<MappingComparison> mappings, Optional<MemoryComparison> memory) {
        var changes = ledger.changes();
        return new TaskComparison(
                after.pid(),
                changes.isEmpty() ? Fate.UNCHANGED : Fate.CHANGED,
                Optional.of(before),
                Optional.of(after),
                reason,
                changes,
                mappings,
                memory);
    }

    private record Spaces(AddressSpace before, AddressSpace after) {}

    private Optional<Spaces> spaces() {
        return before.memory().found().flatMap(old -> after.memory().found().map(now -> new Spaces(old, now)));
    }

    private static MappingComparison mapping(
            Stretch stretch, MemoryCounts counts, List<Vma> before, List<Vma> after) {
        return new MappingComparison(
                stretch.range(),
                stretch.before(),
                stretch.after(),
                MappingDifferences.of(stretch),
                counts,
                MappingDifferences.note(stretch, before, after));
    }

    private void tell(MappingComparison mapping) {
        mapping.mark().ifPresent(mark -> {
            switch (mark) {
                case ADDED -> ledger.add(new Change.Added(
                        ChangeKind.MAPPING,
                        Optional.of(after.pid()),
                        mapping.subject(),
                        side(second.id(), mapping, mapping.after().orElseThrow()),
                        mapping.note()));
                case REMOVED -> ledger.add(new Change.Removed(
                        ChangeKind.MAPPING,
                        Optional.of(before.pid()),
                        mapping.subject(),
                        side(first.id(), mapping, mapping.before().orElseThrow()),
                        mapping.note()));
                case CHANGED -> mapping.differences().forEach(difference -> ledger.changed(
                        topic(mapping, ChangeKind.MAPPING),
                        difference.property(),
                        difference.before(),
                        difference.after(),
                        mapping.note()));
            }
        });
        tellBytes(mapping);
    }

    private void tellBytes(MappingComparison mapping) {
        var counts = mapping.memory();
        if (counts.bytesChanged() > 0) {
            ledger.changed(
                    topic(mapping, ChangeKind.MEMORY),
                    "bytes",
                    CellText.exactBytes(counts.bytesCompared()) + " compared",
                    "%s changed in %s"
                            .formatted(CellText.exactBytes(counts.bytesChanged()), pages(counts.pagesChanged())),
                    "");
        }
        if (counts.bytesOneSided() > 0) {
            ledger.changed(
                    topic(mapping, ChangeKind.MEMORY),
                    "captured",
                    "%s known in one checkpoint only".formatted(CellText.exactBytes(counts.bytesOneSided())),
                    "not comparable",
                    "the ranges of the memory comparison say which and why");
        }
    }

    private Topic topic(MappingComparison mapping, ChangeKind kind) {
        return new Topic(
                kind,
                Optional.of(after.pid()),
                mapping.subject(),
                ref(first.id(), kind, mapping, mapping.before().orElseThrow()),
                ref(second.id(), kind, mapping, mapping.after().orElseThrow()),
                mapping.before().map(Vma::at),
                mapping.after().map(Vma::at));
    }

    private ArtefactRef ref(CheckpointId id, ChangeKind kind, MappingComparison mapping, Vma vma) {
        return kind == ChangeKind.MEMORY
                ? new ArtefactRef.OfMemory(id, after.pid(), mapping.range())
                : new ArtefactRef.OfVma(id, after.pid(), vma.start());
    }

    private Side side(CheckpointId id, MappingComparison mapping, Vma vma) {
        return new Side(
                "%s %s %s".formatted(mapping.range(), vma.protection(), vma.title()),
                new ArtefactRef.OfVma(id, after.pid(), vma.start()),
                Optional.of(vma.at()));
    }

    private static String pages(long count) {
        return count == 1 ? "1 page" : "%,d pages".formatted(count);
    }
}
