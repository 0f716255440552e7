package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.icecore.analysis.content.Fact;
import org.icecore.analysis.content.InterfaceTable;
import org.icecore.analysis.content.OciMountTable;
import org.icecore.analysis.table.Capital;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.namespace.HostName;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.DigestState;

/// A checkpoint as a whole.
final class CheckpointProperties {
    private CheckpointProperties() {}

    static PropertySheet of(BenchItem item, Checkpoint checkpoint) {
        var groups = new ArrayList<PropertySheet.Group>();
        groups.add(file(item));
        var facts = new LinkedHashMap<String, List<Fact>>();
        item.unknown()
                .get()
                .facts(checkpoint)
                .forEach(
                        fact ->
                                facts.computeIfAbsent(fact.group(), _ -> new ArrayList<>())
                                        .add(fact));
        facts.forEach((title, list) -> groups.add(group(title, list)));
        groups.add(
                GroupBuilder.closed("Host name")
                        .observed("Node name", checkpoint.hostName(), HostName::nodeName)
                        .observed("Domain name", checkpoint.hostName(), HostName::domainName)
                        .build());
        groups.add(rows("Interfaces", InterfaceTable.of(checkpoint)));
        groups.add(rows("Mounts of the specification", OciMountTable.of(checkpoint)));
        var defects =
                checkpoint.defects().isEmpty()
                        ? GroupBuilder.closed("Defects of the evidence")
                        : GroupBuilder.open("Defects of the evidence");
        checkpoint.defects().forEach(defect -> defects.code(defect.at().toString(), defect.text()));
        groups.add(defects.build());
        return new PropertySheet(checkpoint.title(), groups);
    }

    private static PropertySheet.Group file(BenchItem item) {
        var group = GroupBuilder.open("File").code("Path", item.path().toString());
        digest(group, item.sha256().get());
        for (var other : item.further().get()) {
            digest(group.code("Earlier dump", other.path().toString()), other.sha256());
        }
        return group.build();
    }

    private static void digest(GroupBuilder group, DigestState state) {
        switch (state) {
            case DigestState.Awaited _ -> group.absent("SHA-256", "not computed yet");
            case DigestState.Computing _ -> group.absent("SHA-256", "being computed");
            case DigestState.Known(var digest) -> group.code("SHA-256", digest.hex());
            case DigestState.Unavailable(var reason) -> group.absent("SHA-256", reason);
        }
    }

    private static PropertySheet.Group group(String title, List<Fact> facts) {
        var words = Capital.of(title);
        var group =
                title.equals("annotations") ? GroupBuilder.closed(words) : GroupBuilder.open(words);
        var told = new HashSet<Cell>();
        for (var fact : facts) {
            if (told.add(fact.value()) || fact.value().present()) {
                group.cell(titles(fact, facts), fact.value(), false, "");
            }
        }
        facts.stream().flatMap(fact -> fact.at().stream()).distinct().forEach(group::location);
        return group.build();
    }

    /// Facts that are missing for one and the same reason share a line.
    private static String titles(Fact fact, List<Fact> facts) {
        return fact.value().present()
                ? fact.title()
                : String.join(
                        ", ",
                        facts.stream()
                                .filter(other -> other.value().equals(fact.value()))
                                .map(Fact::title)
                                .toList());
    }

    /// One property per row: the first cell names it, the others are its value.
    private static <R> PropertySheet.Group rows(String title, ResultTable<R> table) {
        var group = GroupBuilder.closed(title);
        table.rows()
                .forEach(
                        row -> {
                            var cells = table.cells(row);
                            group.code(
                                    CellText.brief(cells.getFirst()),
                                    String.join(
                                            "  ",
                                            cells.stream()
                                                    .skip(1)
                                                    .filter(cell -> cell.present())
                                                    .map(CellText::text)
                                                    .toList()));
                        });
        return group.build();
    }
}
