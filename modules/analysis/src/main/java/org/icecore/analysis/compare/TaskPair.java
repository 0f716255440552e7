package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /// What a mapping says of the file behind it.
    private static final Set<String> FILE_PROPERTIES = Set.of("kind", "name", "offset");

    private final Checkpoint first;
    private final Checkpoint second;
    private final Task before;
    private final Task after;
    private final Optional<String> tableNote;
    private final ThreadDifferences.Filters filters;
    private final Ledger ledger;

    /// A pair.
    ///
    /// @param tableNote what changes of descriptors are noted with; empty if they are told elsewhere
    /// @param ledger of this pair alone
    TaskPair(
            Checkpoint first,
            Checkpoint second,
            Task before,
            Task after,
            Optional<String> tableNote,
            ThreadDifferences.Filters filters,
            Ledger ledger) {
        this.first = first;
        this.second = second;
        this.before = before;
        this.after = after;
        this.tableNote = tableNote;
        this.filters = filters;
        this.ledger = ledger;
    }

    /// Compares all there is of one process.
    TaskComparison same(String reason, MemoryWalk walk) {
        var tasks = new TaskDifferences(first, second, ledger);
        var topic = tasks.topic(before, after);
        tasks.compare(before, after);
        new ThreadDifferences(first.id(), second.id(), filters, ledger).compare(before, after);
        new TraitDifferences(first, second, ledger).compare(topic, before, after, true);
        surroundings(topic);
        var spaces = spaces();
        if (spaces.isEmpty()) {
            ledger.compare(
                    topic.kind(ChangeKind.MEMORY),
                    "memory",
                    before.memory(),
                    after.memory(),
                    space -> CellText.exactBytes(space.capturedBytes()) + " captured");
            return result(reason, List.of(), Optional.empty());
        }
        var old = spaces.get().before();
        var now = spaces.get().after();
        var stretches = Stretch.of(old.vmas(), now.vmas());
        var memory = walk.compare(old, now, stretches);
        var comparison = withNoise(memory.comparison());
        var mappings = new ArrayList<MappingComparison>();
        for (var i = 0; i < stretches.size(); i++) {
            mappings.add(mapping(stretches.get(i), memory.counts().get(i), old.vmas(), now.vmas()));
        }
        var bytes = new MemoryTelling(first.id(), second.id(), after.pid(), comparison, ledger);
        mappings.forEach(
                mapping -> {
                    tell(mapping);
                    bytes.tell(mapping);
                });
        return result(reason, mappings, Optional.of(comparison));
    }

    /// The walk is shared by tasks of one address space, the threads are not.
    private MemoryComparison withNoise(MemoryComparison memory) {
        return memory.changed().isEmpty()
                ? memory
                : memory.with(RestartableAreas.of(first, before, second, after));
    }

    /// Compares what outlives `execve`, and says that the program is another.
    TaskComparison replaced(String reason) {
        var tasks = new TaskDifferences(first, second, ledger);
        var topic = tasks.topic(before, after);
        ledger.changed(topic, "program", Comparer.text(before), Comparer.text(after), reason);
        tasks.compare(before, after);
        new ThreadDifferences(first.id(), second.id(), filters, ledger)
                .compareLeaders(before, after);
        new TraitDifferences(first, second, ledger).compare(topic, before, after, false);
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
        new SignalDifferences(first, second, ledger).compare(topic, before, after);
        new TimerDifferences(first, second, ledger).compare(topic, before, after);
        tableNote.ifPresent(
                note ->
                        new DescriptorDifferences(first.id(), second.id(), ledger)
                                .compare(topic, before, after, note));
    }

    private TaskComparison result(
            String reason, List<MappingComparison> mappings, Optional<MemoryComparison> memory) {
        var changes = ledger.changes();
        return new TaskComparison(
                after.pid(),
                changes.stream().allMatch(Change.Unknown.class::isInstance)
                        ? Fate.UNCHANGED
                        : Fate.CHANGED,
                Optional.of(before),
                Optional.of(after),
                reason,
                changes,
                mappings,
                memory);
    }

    private record Spaces(AddressSpace before, AddressSpace after) {}

    private Optional<Spaces> spaces() {
        return before.memory()
                .found()
                .flatMap(old -> after.memory().found().map(now -> new Spaces(old, now)));
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
        mapping.mark()
                .ifPresent(
                        mark -> {
                            switch (mark) {
                                case ADDED ->
                                        ledger.add(
                                                new Change.Added(
                                                        ChangeKind.MAPPING,
                                                        Optional.of(after.pid()),
                                                        mapping.subject(),
                                                        side(
                                                                second.id(),
                                                                mapping,
                                                                mapping.after().orElseThrow()),
                                                        mapping.note()));
                                case REMOVED ->
                                        ledger.add(
                                                new Change.Removed(
                                                        ChangeKind.MAPPING,
                                                        Optional.of(before.pid()),
                                                        mapping.subject(),
                                                        side(
                                                                first.id(),
                                                                mapping,
                                                                mapping.before().orElseThrow()),
                                                        mapping.note()));
                                case UNKNOWN -> {
                                    // Both layouts are known where mappings are compared.
                                }
                                case CHANGED ->
                                        mapping.differences()
                                                .forEach(difference -> tell(mapping, difference));
                            }
                        });
    }

    private void tell(MappingComparison mapping, MappingComparison.Difference difference) {
        var ofFile = FILE_PROPERTIES.contains(difference.property());
        ledger.changed(
                topic(mapping),
                difference.property(),
                difference.before(),
                difference.after(),
                mapping.note(),
                ofFile && Hidden.test(mapping.before().orElseThrow()),
                ofFile && Hidden.test(mapping.after().orElseThrow()));
    }

    private Topic topic(MappingComparison mapping) {
        var old = mapping.before().orElseThrow();
        var now = mapping.after().orElseThrow();
        return new Topic(
                ChangeKind.MAPPING,
                Optional.of(after.pid()),
                mapping.subject(),
                new ArtefactRef.OfVma(first.id(), after.pid(), old.start()),
                new ArtefactRef.OfVma(second.id(), after.pid(), now.start()),
                Optional.of(old.at()),
                Optional.of(now.at()));
    }

    private Side side(CheckpointId id, MappingComparison mapping, Vma vma) {
        return new Side(
                "%s %s %s".formatted(mapping.range(), vma.protection(), vma.title()),
                new ArtefactRef.OfVma(id, after.pid(), vma.start()),
                Optional.of(vma.at()));
    }
}
