package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.SeccompFilter;
import org.icecore.evidence.Location;

/// Programs of classic BPF that the kernel runs for the tasks: filters of system calls and of sockets.
public final class FilterTable {

    /// Chains end: the kernel takes no longer ones, and a hostile image can lead in circles.
    private static final int LONGEST_CHAIN = 1024;

    private FilterTable() {}

    /// A filter.
    ///
    /// @param kind `seccomp` or `socket`
    /// @param id index in `seccomp.img`, or id of the socket in `files.img`
    /// @param first the first filter of its kind with the same program; its own id if it is that
    /// @param users threads that are under it, or descriptors that refer to the socket
    public record Row(
            String kind,
            long id,
            long first,
            OptionalInt previous,
            int flags,
            List<String> users,
            List<String> instructions,
            ArtefactRef ref,
            Location at) {

        public Row {
            users = List.copyOf(users);
            instructions = List.copyOf(instructions);
        }
    }

    /// An instruction of a filter.
    public record Instruction(Row filter, int number) {}

    /// One row per filter: those of system calls first.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        return new ResultTable<>(
                "filters",
                "Filters of system calls and sockets",
                COLUMNS,
                rows(checkpoint),
                Row::ref,
                row -> Optional.of(row.at()),
                coverage(checkpoint));
    }

    /// One row per instruction, in the order of the filters; a program that several have is listed once.
    public static ResultTable<Instruction> instructions(Checkpoint checkpoint) {
        return new ResultTable<>(
                "filterInstructions",
                "Instructions of filters",
                INSTRUCTIONS,
                rows(checkpoint).stream()
                        .filter(filter -> filter.id() == filter.first())
                        .flatMap(
                                filter ->
                                        IntStream.range(0, filter.instructions().size())
                                                .mapToObj(i -> new Instruction(filter, i)))
                        .toList(),
                row -> row.filter().ref(),
                row -> Optional.of(row.filter().at()),
                coverage(checkpoint));
    }

    private static Coverage coverage(Checkpoint checkpoint) {
        var filters = checkpoint.kernel().seccompFilters();
        var gaps = new ArrayList<>(filters.gaps());
        filters.items()
                .forEach(
                        filter ->
                                filter.defect()
                                        .ifPresent(
                                                defect ->
                                                        gaps.add(
                                                                "seccomp filter %d: %s"
                                                                        .formatted(
                                                                                filter.index(),
                                                                                defect))));
        return Coverage.without(gaps);
    }

    private static List<Row> rows(Checkpoint checkpoint) {
        var filters = checkpoint.kernel().seccompFilters().items();
        var users = users(checkpoint, filters);
        var rows = new ArrayList<Row>();
        var known = new HashMap<List<String>, Integer>();
        for (var filter : filters) {
            known.putIfAbsent(filter.instructions(), filter.index());
            rows.add(
                    new Row(
                            "seccomp",
                            filter.index(),
                            known.get(filter.instructions()),
                            filter.previous(),
                            filter.flags(),
                            users.getOrDefault(filter.index(), List.of()),
                            filter.instructions(),
                            new ArtefactRef.OfMember(checkpoint.id(), filter.at().member()),
                            filter.at()));
        }
        var holders =
                FileHolders.of(
                        checkpoint,
                        checkpoint.files().stream()
                                .filter(file -> filter(file).isPresent())
                                .map(OpenFile::id)
                                .collect(Collectors.toSet()));
        for (var file : checkpoint.files()) {
            filter(file)
                    .ifPresent(
                            filter ->
                                    rows.add(
                                            new Row(
                                                    "socket",
                                                    file.id().value(),
                                                    file.id().value(),
                                                    OptionalInt.empty(),
                                                    0,
                                                    holders.of(file.id()),
                                                    filter,
                                                    new ArtefactRef.OfOpenFile(
                                                            checkpoint.id(), file.id()),
                                                    file.at())));
        }
        return List.copyOf(rows);
    }

    /// The instructions that a socket has its packets filtered by.
    private static Optional<List<String>> filter(OpenFile file) {
        return Socket.of(file)
                .map(socket -> socket.options().filter())
                .filter(filter -> !filter.isEmpty());
    }

    /// Which threads are under each filter: all of a chain apply.
    private static Map<Integer, List<String>> users(
            Checkpoint checkpoint, List<SeccompFilter> filters) {
        var users = new LinkedHashMap<Integer, List<String>>();
        for (var task : checkpoint.tasks().all()) {
            for (var thread : task.threads()) {
                var next =
                        thread.core()
                                .found()
                                .map(core -> core.seccompFilter())
                                .orElse(OptionalInt.empty());
                var seen = new HashSet<Integer>();
                while (next.isPresent()
                        && next.getAsInt() >= 0
                        && next.getAsInt() < filters.size()
                        && seen.size() < LONGEST_CHAIN
                        && seen.add(next.getAsInt())) {
                    users.computeIfAbsent(next.getAsInt(), _ -> new ArrayList<>())
                            .add(thread.tid().toString());
                    next = filters.get(next.getAsInt()).previous();
                }
            }
        }
        return users;
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.text(
                            "kind", "Kind", "What it filters: system calls or packets", Row::kind),
                    Column.number(
                            "filter",
                            "Filter",
                            "Index in seccomp.img, or id of the socket in files.img",
                            Row::id),
                    Column.of(
                            "users",
                            "Used by",
                            ColumnKind.FLAGS,
                            "Threads that are under it, by their ids, or who holds the socket",
                            row -> new Cell.Names(row.users())),
                    Column.of(
                            "previous",
                            "Also applies",
                            ColumnKind.NUMBER,
                            "Filter that threads under this one are under, too",
                            row ->
                                    row.previous().isPresent()
                                            ? Cell.number(row.previous().getAsInt())
                                            : Cell.notApplicable("the chain ends here")),
                    Column.of(
                            "flags",
                            "Flags",
                            ColumnKind.ADDRESS,
                            "SECCOMP_FILTER_FLAG_* bits: 1 TSYNC, 2 LOG, 4 SPEC_ALLOW",
                            row ->
                                    row.kind().equals("seccomp")
                                            ? new Cell.Address(row.flags() & 0xffff_ffffL)
                                            : Cell.notApplicable("filters of sockets have none")),
                    Column.of(
                            "program",
                            "Same as",
                            ColumnKind.NUMBER,
                            "Filter with the same program, which is listed once",
                            row ->
                                    row.first() == row.id()
                                            ? Cell.notApplicable("no filter before has its program")
                                            : Cell.number(row.first())),
                    Column.number(
                            "instructions",
                            "Instructions",
                            "Length of the program",
                            row -> row.instructions().size()));

    private static final List<Column<Instruction>> INSTRUCTIONS =
            List.of(
                    Column.text("kind", "Kind", "What it filters", row -> row.filter().kind()),
                    Column.number(
                            "filter",
                            "Filter",
                            "Index in seccomp.img, or id of the socket in files.img",
                            row -> row.filter().id()),
                    Column.number("number", "Number", "Target of jumps", Instruction::number),
                    Column.of(
                            "instruction",
                            "Instruction",
                            ColumnKind.CODE,
                            "As the kernel's documentation writes it, and what it means",
                            row -> Cell.text(row.filter().instructions().get(row.number()))));
}
