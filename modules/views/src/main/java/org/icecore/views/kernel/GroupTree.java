package org.icecore.views.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.icecore.analysis.content.CgroupTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.cgroup.Cgroup;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Location;
import org.icecore.views.result.Branches;

/// Control groups with who sat in them, and below each what its files said.
final class GroupTree {

    private record Key(String controllers, String path) {}

    private GroupTree() {}

    /// Each group, followed by its settings.
    static ResultTable<GroupRow> of(Checkpoint checkpoint) {
        var seats = CgroupTable.members(checkpoint);
        var settings = CgroupTable.settings(checkpoint);
        var groups = new LinkedHashMap<Key, Gathered>();
        for (var seat : seats.rows()) {
            var member = seat.member();
            var group =
                    groups.computeIfAbsent(
                            new Key(member.controllers(), member.path()),
                            _ -> new Gathered(member.hidden(), seat.at()));
            group.threads.addAll(seat.threads());
        }
        for (var row : settings.rows()) {
            groups.computeIfAbsent(
                            new Key(row.group().controllers(), row.group().path()),
                            _ -> new Gathered(0, row.group().at()))
                    .settings
                    .add(new GroupRow.Setting(row.setting(), row.group().at()));
        }
        var rows = new ArrayList<GroupRow>();
        groups.forEach(
                (key, group) -> {
                    rows.add(group.row(key));
                    rows.addAll(group.settings);
                });
        return new ResultTable<>(
                "groups",
                "Control groups",
                COLUMNS,
                rows,
                row -> new ArtefactRef.OfMember(checkpoint.id(), row.at().member()),
                row -> Optional.of(row.at()),
                seats.coverage().and(settings.coverage()));
    }

    private static final class Gathered {
        private final long hidden;
        private final Location at;
        private final Set<Pid> threads = new LinkedHashSet<>();
        private final List<GroupRow> settings = new ArrayList<>();

        Gathered(long hidden, Location at) {
            this.hidden = hidden;
            this.at = at;
        }

        GroupRow row(Key key) {
            return new GroupRow.Group(
                    key.controllers(), key.path(), hidden, List.copyOf(threads), settings, at);
        }
    }

    /// The groups at the top.
    static Branches<GroupRow> tree(List<GroupRow> rows) {
        return new Branches<>(
                rows.stream().filter(GroupRow.Group.class::isInstance).toList(),
                row ->
                        switch (row) {
                            case GroupRow.Group group -> group.settings();
                            case GroupRow.Setting _ -> List.of();
                        },
                1);
    }

    private static final List<Column<GroupRow>> COLUMNS =
            List.of(
                    column(
                            "name",
                            "Group",
                            ColumnKind.TEXT,
                            "Controllers of the hierarchy, v2 is the unified one; below it the files of the group",
                            group ->
                                    Cell.text(
                                            group.controllers().isEmpty()
                                                    ? "v2"
                                                    : group.controllers()),
                            file -> Cell.text(file.name())),
                    column(
                            "value",
                            "Path or value",
                            ColumnKind.CODE,
                            "Path of a group from the root of its hierarchy, as the host sees it; or what a file said",
                            group -> Cell.text(group.path()),
                            file ->
                                    file.value().isEmpty()
                                            ? Cell.notApplicable("CRIU keeps no content of it")
                                            : Cell.text(file.value())),
                    column(
                            "count",
                            "Threads",
                            ColumnKind.NUMBER,
                            "How many threads sat in the group",
                            group -> Cell.number(group.threads().size()),
                            _ -> Cell.notApplicable("this is a file")),
                    column(
                            "threads",
                            "Thread ids",
                            ColumnKind.FLAGS,
                            "Threads that sat in the group; that of a leader is the process id",
                            group -> Cell.pids(group.threads()),
                            _ -> Cell.notApplicable("this is a file")),
                    column(
                            "hidden",
                            "Hidden",
                            ColumnKind.NUMBER,
                            "Leading characters of the path that the cgroup namespace hides from the threads",
                            group -> Cell.number(group.hidden()),
                            _ -> Cell.notApplicable("this is a file")));

    private static Column<GroupRow> column(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<GroupRow.Group, Cell> ofGroup,
            Function<Cgroup.Setting, Cell> ofFile) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                row ->
                        switch (row) {
                            case GroupRow.Group group -> ofGroup.apply(group);
                            case GroupRow.Setting(var file, _) -> ofFile.apply(file);
                        });
    }
}
