package org.icecore.views.namespaces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.content.NamespaceOwners;
import org.icecore.analysis.content.NamespaceTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.views.result.Branches;

/// The namespaces the other way round: not what each task uses, but who uses each.
final class SharedObjects {
    private record Key(String kind, long number) {}

    private SharedObjects() {}

    /// The objects, those of one kind together, each followed by the tasks that use it.
    static ResultTable<SharedObject> of(Checkpoint checkpoint) {
        var uses = NamespaceTable.of(checkpoint);
        var objects = new LinkedHashMap<String, LinkedHashMap<Key, List<SharedObject>>>();
        for (var use : uses.rows()) {
            var key = new Key(use.kind(), use.number());
            var rows =
                    objects.computeIfAbsent(use.kind(), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(
                                    key,
                                    _ ->
                                            new ArrayList<>(
                                                    List.of(
                                                            new SharedObject.Whole(
                                                                    key.kind(),
                                                                    key.number(),
                                                                    use.whose(),
                                                                    use.holders()))));
            checkpoint
                    .tasks()
                    .find(use.pid())
                    .ifPresent(
                            task ->
                                    rows.add(
                                            new SharedObject.Use(
                                                    key.kind(),
                                                    key.number(),
                                                    task.pid(),
                                                    task.comm(),
                                                    task.title())));
        }
        return new ResultTable<>(
                "sharedObjects",
                "Namespaces",
                COLUMNS,
                objects.values().stream()
                        .flatMap(kind -> kind.values().stream())
                        .flatMap(List::stream)
                        .toList(),
                row -> ref(checkpoint, row),
                _ -> Optional.empty(),
                uses.coverage());
    }

    /// Objects at the top, the tasks that use them below.
    static Branches<SharedObject> tree(List<SharedObject> rows) {
        var roots = new ArrayList<SharedObject>();
        Map<Key, List<SharedObject>> uses = new LinkedHashMap<>();
        for (var row : rows) {
            switch (row) {
                case SharedObject.Whole whole -> roots.add(whole);
                case SharedObject.Use use ->
                        uses.computeIfAbsent(
                                        new Key(use.kind(), use.number()), _ -> new ArrayList<>())
                                .add(use);
            }
        }
        return new Branches<>(
                roots,
                row ->
                        switch (row) {
                            case SharedObject.Whole(var kind, var number, _, _) ->
                                    uses.getOrDefault(new Key(kind, number), List.of());
                            case SharedObject.Use _ -> List.of();
                        },
                0);
    }

    /// The task behind a row; an object that one task has for itself is a matter of that task, too.
    private static ArtefactRef ref(Checkpoint checkpoint, SharedObject row) {
        return switch (row) {
            case SharedObject.Use use -> new ArtefactRef.OfTask(checkpoint.id(), use.pid());
            case SharedObject.Whole _ -> checkpoint.ref();
        };
    }

    /// `net namespace`, `address space`.
    static String words(String kind) {
        return switch (kind) {
            case "vm" -> "address space";
            case "files" -> "descriptor table";
            case "fs" -> "root and working directory";
            case "sighand" -> "signal handlers";
            default -> kind + " namespace";
        };
    }

    private static final List<Column<SharedObject>> COLUMNS =
            List.of(
                    Column.of(
                            "what",
                            "Object",
                            ColumnKind.TEXT,
                            "A namespace, or what clone can share between tasks; below it the tasks that use it",
                            row ->
                                    Cell.text(
                                            switch (row) {
                                                case SharedObject.Whole whole ->
                                                        words(whole.kind());
                                                case SharedObject.Use use ->
                                                        "%s %s".formatted(use.pid(), use.comm());
                                            })),
                    Column.number(
                            "id",
                            "Id",
                            "CRIU's number of the object; equal numbers are one object",
                            SharedObject::number),
                    Column.of(
                            "whose",
                            "Whose",
                            ColumnKind.TEXT,
                            NamespaceOwners.MEANING,
                            row ->
                                    switch (row) {
                                        case SharedObject.Whole whole -> whole.whose();
                                        case SharedObject.Use _ ->
                                                Cell.notApplicable("this is a task");
                                    }),
                    Column.of(
                            "tasks",
                            "Tasks",
                            ColumnKind.NUMBER,
                            "How many tasks use it",
                            row ->
                                    switch (row) {
                                        case SharedObject.Whole whole ->
                                                Cell.number(whole.holders().size());
                                        case SharedObject.Use _ ->
                                                Cell.notApplicable("this is a task");
                                    }),
                    Column.of(
                            "holders",
                            "Used by",
                            ColumnKind.FLAGS,
                            "Pids of the tasks that use it, or the command line of one",
                            row ->
                                    switch (row) {
                                        case SharedObject.Whole whole -> Cell.pids(whole.holders());
                                        case SharedObject.Use use -> Cell.text(use.title());
                                    }));
}
