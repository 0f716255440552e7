package org.icecore.analysis.compare;

import java.util.EnumMap;
import java.util.Optional;
import java.util.stream.IntStream;
import org.icecore.analysis.content.Excerpt;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// Tells what happened to the bytes of mappings: one change each, with the first run as an example.
///
/// The runs themselves are in the [MemoryComparison].
final class MemoryTelling {

    /// Bytes of the first run that are quoted.
    private static final int QUOTED = 16;

    private final CheckpointId first;
    private final CheckpointId second;
    private final Pid pid;
    private final MemoryComparison memory;
    private final Ledger ledger;

    MemoryTelling(
            CheckpointId first,
            CheckpointId second,
            Pid pid,
            MemoryComparison memory,
            Ledger ledger) {
        this.first = first;
        this.second = second;
        this.pid = pid;
        this.memory = memory;
        this.ledger = ledger;
    }

    void tell(MappingComparison mapping) {
        var counts = mapping.memory();
        if (counts.bytesChanged() > 0) {
            changed(mapping, counts);
        }
        if (counts.bytesOneSided() > 0) {
            oneSided(mapping);
        }
    }

    private void changed(MappingComparison mapping, MemoryCounts counts) {
        var runs = memory.changed();
        var index = runs.firstEndingBehind(mapping.range().start());
        var end = endIndex(mapping.range());
        var note =
                "%s changed in %s, %s; %s compared"
                                .formatted(
                                        CellText.exactBytes(counts.bytesChanged()),
                                        Counted.of(counts.pagesChanged(), "page"),
                                        Counted.of(Math.max(0, end - index), "run"),
                                        CellText.exactBytes(counts.bytesCompared()))
                        + noise(index, end);
        var example = index < end ? runs.get(index) : mapping.range();
        ledger.add(
                new Change.Changed(
                        ChangeKind.MEMORY,
                        Optional.of(pid),
                        mapping.subject(),
                        "bytes",
                        side(
                                first,
                                memory.before(),
                                mapping,
                                mapping.before(),
                                example,
                                index < end),
                        side(
                                second,
                                memory.after(),
                                mapping,
                                mapping.after(),
                                example,
                                index < end),
                        note));
    }

    /// How many of the runs from `index` to `end` say nothing.
    private String noise(int index, int end) {
        var runs =
                memory.noise().areas().isEmpty()
                        ? 0
                        : IntStream.range(index, end)
                                .filter(i -> memory.noise().hold(memory.changed().get(i)))
                                .count();
        return runs == 0
                ? ""
                : "; %s %s in %s"
                        .formatted(
                                runs == end - index ? "all of it" : Counted.of(runs, "run"),
                                runs == end - index || runs == 1 ? "lies" : "lie",
                                RestartableAreas.REASON);
    }

    private int endIndex(AddressRange range) {
        var runs = memory.changed();
        var end = runs.firstEndingBehind(range.end() - 1);
        return end < runs.size() && Long.compareUnsigned(runs.start(end), range.end()) < 0
                ? end + 1
                : end;
    }

    /// What one checkpoint has lost need not have changed.
    private void oneSided(MappingComparison mapping) {
        var all = new EnumMap<OneSidedRuns.Cause, OneSidedRuns>(OneSidedRuns.Cause.class);
        for (var run : memory.others(mapping.range())) {
            if (run.state() == MemoryRange.State.ONE_SIDED) {
                var cause = OneSidedRuns.Cause.of(memory.before(), memory.after(), run.range());
                all.merge(cause, OneSidedRuns.of(cause, run), OneSidedRuns::and);
            }
        }
        all.forEach((_, runs) -> tell(mapping, runs));
    }

    private void tell(MappingComparison mapping, OneSidedRuns runs) {
        var example = runs.example().range();
        var old = known(first, memory.before(), mapping, mapping.before(), example);
        var now = known(second, memory.after(), mapping, mapping.after(), example);
        var note =
                "%s known in one checkpoint only, first %s: %s"
                        .formatted(
                                CellText.exactBytes(runs.bytes()),
                                example,
                                runs.example().reason());
        ledger.add(
                switch (runs.cause()) {
                    case LOST_BEFORE -> unknown(mapping, now, false, runs, note);
                    case LOST_AFTER -> unknown(mapping, old, true, runs, note);
                    case OTHER_PAGE ->
                            new Change.Changed(
                                    ChangeKind.MEMORY,
                                    Optional.of(pid),
                                    mapping.subject(),
                                    "known bytes",
                                    old,
                                    now,
                                    note + leftByDumping(mapping));
                });
    }

    private Change unknown(
            MappingComparison mapping, Side held, boolean inFirst, OneSidedRuns runs, String note) {
        return new Change.Unknown(
                ChangeKind.MEMORY,
                Optional.of(pid),
                mapping.subject(),
                "bytes",
                held,
                inFirst,
                runs.example().reason(),
                note);
    }

    /// CRIU runs code of its own in each task, in a page of the program or of the vDSO that is copied by that; a later dump
    /// finds the copy.
    private static String leftByDumping(MappingComparison mapping) {
        var code =
                mapping.after()
                        .filter(vma -> vma.protection().execute() && !vma.protection().write())
                        .filter(
                                vma ->
                                        vma.kind() == VmaKind.FILE_PRIVATE
                                                || vma.kind() == VmaKind.VDSO);
        return code.isPresent()
                ? "; dumping itself leaves such a copy of a page of code, so it is no sign of injected code by being there"
                : "";
    }

    private Side known(
            CheckpointId id,
            AddressSpace space,
            MappingComparison mapping,
            Optional<Vma> vma,
            AddressRange range) {
        return new Side(
                "%s: %s"
                        .formatted(
                                range,
                                OriginText.text(space.extents(range, 1).getFirst().origin())),
                new ArtefactRef.OfMemory(id, pid, mapping.range()),
                stored(space, range).or(() -> vma.map(Vma::at)));
    }

    private Side side(
            CheckpointId id,
            AddressSpace space,
            MappingComparison mapping,
            Optional<Vma> vma,
            AddressRange example,
            boolean listed) {
        return new Side(
                listed ? quote(space, example) : "runs are not listed",
                new ArtefactRef.OfMemory(id, pid, mapping.range()),
                (listed ? stored(space, example) : Optional.<Location>empty())
                        .or(() -> vma.map(Vma::at)));
    }

    private static String quote(AddressSpace space, AddressRange range) {
        try {
            return "%s: %s".formatted(CellText.address(range.start()), firstBytes(space, range));
        } catch (EvidenceException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    /// The first sixteen bytes at most, `...` if there are more.
    static String firstBytes(AddressSpace space, AddressRange range) throws EvidenceException {
        var shown =
                Long.compareUnsigned(range.length(), QUOTED) <= 0
                        ? range
                        : AddressRange.of(range.start(), QUOTED);
        return Excerpt.of(space, shown).hex() + (shown.equals(range) ? "" : " ...");
    }

    /// Where the first run of stored bytes lies; empty if the first byte is not stored.
    static Optional<Location> stored(AddressSpace space, AddressRange range) {
        return switch (space.extents(range, 1).getFirst().origin()) {
            case Origin.Captured(var at, _) -> Optional.of(at);
            case Origin.Zero _, Origin.NotCaptured _, Origin.NotMapped _ -> Optional.empty();
        };
    }
}
