package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.cgroup.Cgroup;
import org.icecore.checkpoint.cgroup.CgroupSet;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Location;

/// Control groups: who sat where, and what the groups said.
public final class CgroupTable {

    private CgroupTable() {}

    /// A group that tasks sat in.
    ///
    /// @param threads by their ids; a leader's is the process id
    public record Seat(long set, CgroupSet.Member member, List<Pid> threads, Location at) {}

    /// A file of a group.
    public record Setting(Cgroup group, Cgroup.Setting setting) {}

    /// One row per set and hierarchy.
    public static ResultTable<Seat> members(Checkpoint checkpoint) {
        var sets = checkpoint.kernel().cgroupSets();
        var threads = sets.items().isEmpty() ? Map.<Long, List<Pid>>of() : threads(checkpoint);
        return new ResultTable<>(
                "cgroups",
                "Control groups",
                SEATS,
                sets.items().stream()
                        .flatMap(
                                set ->
                                        set.members().stream()
                                                .map(
                                                        member ->
                                                                new Seat(
                                                                        set.id(),
                                                                        member,
                                                                        threads.getOrDefault(
                                                                                set.id(),
                                                                                List.of()),
                                                                        set.at())))
                        .toList(),
                seat -> new ArtefactRef.OfMember(checkpoint.id(), seat.at().member()),
                seat -> Optional.of(seat.at()),
                Coverage.without(sets.gaps()));
    }

    private static Map<Long, List<Pid>> threads(Checkpoint checkpoint) {
        var threads = new HashMap<Long, List<Pid>>();
        for (var row : ThreadTable.rows(checkpoint)) {
            checkpoint
                    .kernel()
                    .traits(row.thread())
                    .found()
                    .ifPresent(
                            traits ->
                                    traits.cgroupSet()
                                            .ifPresent(
                                                    set ->
                                                            threads.computeIfAbsent(
                                                                            set,
                                                                            _ -> new ArrayList<>())
                                                                    .add(row.thread().tid())));
        }
        return threads;
    }

    /// One row per file of each group.
    public static ResultTable<Setting> settings(Checkpoint checkpoint) {
        var groups = checkpoint.kernel().cgroups();
        return new ResultTable<>(
                "cgroupSettings",
                "Settings of control groups",
                SETTINGS,
                groups.items().stream()
                        .flatMap(
                                group ->
                                        group.settings().stream()
                                                .map(setting -> new Setting(group, setting)))
                        .toList(),
                row -> new ArtefactRef.OfMember(checkpoint.id(), row.group().at().member()),
                row -> Optional.of(row.group().at()),
                Coverage.without(groups.gaps())
                        .withLimits(
                                List.of(
                                        "CRIU keeps of control groups what it restores: limits, not how much was used")));
    }

    private static final List<Column<Seat>> SEATS =
            List.of(
                    Column.number(
                            "set", "Set", "Number of the set; threads refer to it", Seat::set),
                    Column.text(
                            "controllers",
                            "Controllers",
                            "Of the hierarchy; v2 is the unified one",
                            seat -> controllers(seat.member().controllers())),
                    Column.of(
                            "path",
                            "Path",
                            ColumnKind.CODE,
                            "From the root of the hierarchy, as the host sees it",
                            seat -> Cell.text(seat.member().path())),
                    Column.of(
                            "hidden",
                            "Hidden",
                            ColumnKind.NUMBER,
                            "Leading characters of the path that the cgroup namespace hides",
                            seat -> Cell.number(seat.member().hidden())),
                    Column.of(
                            "threads",
                            "Threads",
                            ColumnKind.FLAGS,
                            "Threads that sat there",
                            seat -> Cell.pids(seat.threads())));

    private static final List<Column<Setting>> SETTINGS =
            List.of(
                    Column.text(
                            "controllers",
                            "Controllers",
                            "Of the hierarchy; v2 is the unified one",
                            row -> controllers(row.group().controllers())),
                    Column.of(
                            "path",
                            "Path",
                            ColumnKind.CODE,
                            "From the root of the hierarchy, as the host sees it",
                            row -> Cell.text(row.group().path())),
                    Column.of(
                            "name",
                            "Setting",
                            ColumnKind.CODE,
                            "File of the group",
                            row -> Cell.text(row.setting().name())),
                    Column.of(
                            "value",
                            "Value",
                            ColumnKind.CODE,
                            "What the file said",
                            row ->
                                    row.setting().value().isEmpty()
                                            ? Cell.notApplicable("CRIU keeps no content of it")
                                            : Cell.text(row.setting().value())));

    private static String controllers(String names) {
        return names.isEmpty() ? "v2" : names;
    }
}
