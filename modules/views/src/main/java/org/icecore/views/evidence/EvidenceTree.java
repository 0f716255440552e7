package org.icecore.views.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.icecore.analysis.content.SizeFacts;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.evidence.Member;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.DefectWords;
import org.icecore.views.bench.ItemState;

/// The rows under each item, made once when it is open.
final class EvidenceTree {
    private final Map<BenchItem, Map<String, List<EvidenceRow>>> made = new HashMap<>();

    /// The rows under a row.
    List<EvidenceRow> children(EvidenceRow row) {
        return switch (row) {
            case EvidenceRow.OfItem(var item) ->
                    switch (item.state().get()) {
                        case ItemState.Opening _ -> List.of();
                        case ItemState.Failed(var message, _) ->
                                Stream.concat(
                                                Stream.of(
                                                        new EvidenceRow.OfFact(
                                                                item, message, true)),
                                                advice(item))
                                        .toList();
                        case ItemState.Open(var checkpoint) -> {
                            var below = new ArrayList<EvidenceRow>();
                            below.add(new EvidenceRow.OfFact(item, facts(checkpoint), false));
                            advice(item).forEach(below::add);
                            if (!checkpoint.defects().isEmpty()) {
                                below.add(
                                        new EvidenceRow.OfDefects(
                                                item, DefectWords.shortest(checkpoint)));
                            }
                            below.add(archive(item, checkpoint));
                            yield below;
                        }
                    };
            case EvidenceRow.OfFolder folder ->
                    folder.item()
                            .checkpoint()
                            .map(
                                    checkpoint ->
                                            made.computeIfAbsent(
                                                            folder.item(),
                                                            item -> rows(item, checkpoint))
                                                    .getOrDefault(folder.path(), List.of()))
                            .orElse(List.of());
            case EvidenceRow.OfFact _, EvidenceRow.OfDefects _, EvidenceRow.OfMember _ -> List.of();
        };
    }

    /// What can be done about what is missing; opening the row does it.
    private static Stream<EvidenceRow> advice(BenchItem item) {
        return item.remedy().command().isPresent()
                ? Stream.of(new EvidenceRow.OfFact(item, item.remedy().advice(), true))
                : Stream.of();
    }

    /// Forgets the rows of an item, whose checkpoint became another.
    void forget(BenchItem item) {
        made.remove(item);
    }

    /// Forgets the rows of items that are gone.
    void retain(List<BenchItem> items) {
        made.keySet().retainAll(items);
    }

    /// `13 tasks, 10.2 MiB`; short enough for a narrow column. What a damaged archive lacks is no number.
    static String facts(Checkpoint checkpoint) {
        return "%s, %s"
                .formatted(
                        switch (SizeFacts.tasks(checkpoint)) {
                            case Cell.Absent(var absence, _) -> "tasks " + absence.label();
                            default -> counted(checkpoint.tasks().size(), "task");
                        },
                        switch (SizeFacts.memory(checkpoint)) {
                            case Cell.Absent(var absence, _) -> "memory " + absence.label();
                            case Cell memory -> CellText.brief(memory);
                        });
    }

    private static String counted(int count, String what) {
        return count == 1 ? "1 " + what : "%,d %ss".formatted(count, what);
    }

    /// The rows by the path of the folder that they lie in.
    private static Map<String, List<EvidenceRow>> rows(BenchItem item, Checkpoint checkpoint) {
        var files = new TreeMap<String, List<EvidenceRow.OfMember>>();
        var members = checkpoint.members();
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i);
            if (member.member().type() == Member.Type.DIRECTORY) {
                files.computeIfAbsent(clean(member.member().name()), _ -> new ArrayList<>());
            } else {
                files.computeIfAbsent(parent(clean(member.member().name())), _ -> new ArrayList<>())
                        .add(new EvidenceRow.OfMember(item, i, member));
            }
        }
        var rows = new HashMap<String, List<EvidenceRow>>();
        // Each folder stands in its parent, those that no entry names included.
        for (var path : List.copyOf(files.keySet())) {
            for (var up = path; !up.isEmpty(); up = parent(up)) {
                files.computeIfAbsent(up, _ -> new ArrayList<>());
            }
        }
        files.keySet().stream()
                .filter(path -> !path.isEmpty())
                .forEach(
                        path ->
                                rows.computeIfAbsent(parent(path), _ -> new ArrayList<>())
                                        .add(folder(item, path, files)));
        files.forEach(
                (path, list) -> {
                    list.sort(Comparator.comparing(row -> row.member().member().name()));
                    rows.computeIfAbsent(path, _ -> new ArrayList<>()).addAll(list);
                });
        return rows;
    }

    /// The row that holds all members.
    static EvidenceRow.OfFolder archive(BenchItem item, Checkpoint checkpoint) {
        var files =
                checkpoint.members().stream()
                        .map(CheckpointMember::member)
                        .filter(member -> member.type() != Member.Type.DIRECTORY)
                        .toList();
        return new EvidenceRow.OfFolder(
                item, "", files.size(), files.stream().mapToLong(Member::size).sum());
    }

    private static EvidenceRow.OfFolder folder(
            BenchItem item, String path, TreeMap<String, List<EvidenceRow.OfMember>> files) {
        var count = 0;
        var bytes = 0L;
        for (var below : files.tailMap(path, true).entrySet()) {
            if (!below.getKey().equals(path) && !below.getKey().startsWith(path + "/")) {
                if (!below.getKey().startsWith(path)) {
                    break;
                }
                continue;
            }
            count += below.getValue().size();
            bytes += below.getValue().stream().mapToLong(row -> row.member().member().size()).sum();
        }
        return new EvidenceRow.OfFolder(item, path, count, bytes);
    }

    /// `./checkpoint/` and `checkpoint` are one folder.
    private static String clean(String name) {
        var start = 0;
        var end = name.length();
        while (name.startsWith("./", start)) {
            start += 2;
        }
        while (end > start && name.charAt(end - 1) == '/') {
            end--;
        }
        var clean = name.substring(start, end);
        return clean.equals(".") ? "" : clean;
    }

    private static String parent(String path) {
        return path.lastIndexOf('/') < 0 ? "" : path.substring(0, path.lastIndexOf('/'));
    }

    /// The last name of a path.
    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The name of a member without its folders.
    static String name(CheckpointMember member) {
        return last(clean(member.member().name()));
    }
}
