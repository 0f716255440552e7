package org.icecore.analysis.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.namespace.NamespaceSettings;

/// What is recorded of namespaces besides who shares them: maps of ids, clocks, limits, interfaces.
public final class NamespaceSettingsTable {

    private NamespaceSettingsTable() {}

    /// A fact about a namespace.
    public record Row(NamespaceSettings settings, String kind, String name, String value) {}

    /// One row per fact of a network namespace: interfaces, addresses, routes, rules, firewalls, settings.
    public static ResultTable<Row> ofNetworks(Checkpoint checkpoint) {
        return of(checkpoint).where(row -> row.kind().equals("net"));
    }

    /// One row per fact; tracked connections have a table of their own.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var settings = checkpoint.kernel().namespaces();
        return new ResultTable<>(
                "namespaceSettings",
                "Settings of namespaces",
                COLUMNS,
                settings.items().stream().flatMap(one -> rows(one).stream()).toList(),
                row -> new ArtefactRef.OfMember(checkpoint.id(), row.settings().at().member()),
                row -> Optional.of(row.settings().at()),
                Coverage.without(settings.gaps()));
    }

    private static List<Row> rows(NamespaceSettings settings) {
        var rows = new ArrayList<Row>();
        switch (settings) {
            case NamespaceSettings.User user -> {
                user.users().forEach(range -> rows.add(row(user, "user", "uid map", range + "")));
                user.groups().forEach(range -> rows.add(row(user, "user", "gid map", range + "")));
            }
            case NamespaceSettings.Processes pids ->
                    rows.add(row(pids, "pid", "kept by", keeper(pids.externalKey())));
            case NamespaceSettings.Clocks clocks -> {
                rows.add(row(clocks, "time", "monotonic clock", seconds(clocks.monotonic())));
                rows.add(row(clocks, "time", "clock since boot", seconds(clocks.boot())));
            }
            case NamespaceSettings.IpcLimits limits ->
                    limits.limits()
                            .forEach(
                                    limit ->
                                            rows.add(
                                                    row(
                                                            limits,
                                                            "ipc",
                                                            limit.name(),
                                                            limit.value())));
            case NamespaceSettings.Network network -> {
                rows.add(row(network, "net", "kept by", keeper(network.externalKey())));
                network.numbers()
                        .forEach(
                                one ->
                                        rows.add(
                                                row(
                                                        network,
                                                        "net",
                                                        "namespace number " + one.number(),
                                                        "CRIU's id " + one.other())));
                settings(network, network.settings(), rows);
            }
            case NamespaceSettings.Interface device -> {
                rows.add(
                        row(
                                device,
                                "net",
                                "interface " + device.name(),
                                "%s, index %d, MTU %d, flags %s%s%s"
                                        .formatted(
                                                device.type(),
                                                device.index(),
                                                device.mtu(),
                                                String.join(" ", device.flagNames()),
                                                device.address()
                                                        .map(address -> ", " + address)
                                                        .orElse(""),
                                                device.links().stream()
                                                        .map(link -> ", " + link)
                                                        .collect(Collectors.joining()))));
                settings(device, device.settings(), rows);
            }
            case NamespaceSettings.NetworkFact fact -> {
                if (!TrackedConnectionTable.isConnection(fact)) {
                    rows.add(row(fact, "net", fact.kind().label(), fact.text()));
                }
            }
        }
        return rows;
    }

    private static void settings(
            NamespaceSettings of, List<NamespaceSettings.Setting> settings, List<Row> rows) {
        settings.forEach(setting -> rows.add(row(of, "net", setting.name(), setting.value())));
    }

    private static Row row(NamespaceSettings settings, String kind, String name, String value) {
        return new Row(settings, kind, name, value);
    }

    private static String keeper(Optional<String> externalKey) {
        return externalKey.map(key -> "the engine, as " + key).orElse("the checkpoint");
    }

    private static String seconds(Duration duration) {
        return "%d.%09d s".formatted(duration.getSeconds(), duration.getNano());
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.text("kind", "Kind", "Kind of namespace", Row::kind),
                    Column.number(
                            "id",
                            "Id",
                            "CRIU's id of the namespace; 0 for clocks that are the host's",
                            row -> row.settings().id()),
                    Column.text("name", "Setting", "What is told", Row::name),
                    Column.of(
                            "value",
                            "Value",
                            ColumnKind.CODE,
                            "Of id maps: first inside, first outside, count; of clocks: readings at the dump, not dates; of"
                                    + " limits and settings: as the file under /proc/sys says it",
                            row -> Cell.text(row.value())));
}
