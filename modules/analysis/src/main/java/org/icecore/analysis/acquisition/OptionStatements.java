package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.OPTIONS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.InventoryCells;
import org.icecore.analysis.content.NamespaceOwners;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.dump.DumpLog;
import org.icecore.evidence.Location;

/// What CRIU was told to do, as far as its log and its inventory give it away.
record OptionStatements(Checkpoint checkpoint, Observed<DumpLog> log) {

    List<Statement> all() {
        var all = new ArrayList<Statement>();
        all.add(
                Statement.gap(
                        OPTIONS,
                        "All options",
                        Cell.notCaptured("CRIU records no list of its options"),
                        "only those can be told that left a trace; an option that is not listed may have been given"));
        log.found().ifPresent(found -> ofLog(found, all));
        if (log.found().isEmpty()) {
            all.add(
                    Statement.gap(
                            OPTIONS,
                            "Left running",
                            Cell.notCaptured("without a log nothing tells"),
                            "if the tasks went on running, what was exported later can be newer than the memory"));
        }
        if (checkpoint.inventory() instanceof Observed.Present<Inventory>(var root, var at)) {
            ofInventory(root, at, all);
        }
        return all;
    }

    private static void ofLog(DumpLog log, List<Statement> all) {
        for (var option : log.options()) {
            all.add(
                    Statement.fact(OPTIONS, "Log", Cell.text(option.option()), option.meaning())
                            .at(option.line().at()));
        }
        for (var file : log.configurations()) {
            all.add(
                    Statement.caution(
                                    OPTIONS,
                                    "File with options",
                                    Cell.text(file.text()),
                                    "CRIU took options from it; its content is not in the checkpoint")
                            .at(file.at()));
        }
    }

    private void ofInventory(Inventory root, Location at, List<Statement> all) {
        all.add(
                Statement.told(
                                OPTIONS,
                                "Memory tracking",
                                InventoryCells.tracking(root),
                                "with it a later dump can leave pages to this one (--track-mem, pre-dump)")
                        .at(at));
        root.preDumpMode()
                .ifPresent(
                        mode ->
                                all.add(
                                        Statement.fact(
                                                        OPTIONS,
                                                        "Pre-dump",
                                                        Cell.text(
                                                                switch (mode) {
                                                                    case 1 ->
                                                                            "pages read from within the tasks";
                                                                    case 2 ->
                                                                            "pages read from outside";
                                                                    default -> "mode " + mode;
                                                                }),
                                                        "only memory is dumped: no files, sockets or registers")
                                                .at(at)));
        all.add(connections(root.tcpClose()).at(at));
        root.probesAllowed()
                .ifPresent(
                        allowed ->
                                all.add(
                                        Statement.fact(
                                                        OPTIONS,
                                                        "User space probes",
                                                        new Cell.Flag(allowed),
                                                        "whether CRIU was to dump tasks that are probed (--allow-uprobes): their code"
                                                                + " then holds the breakpoints of the probes")
                                                .at(at)));
        root.namespacesPerId()
                .filter(perId -> !perId)
                .ifPresent(
                        _ ->
                                all.add(
                                        Statement.fact(
                                                        OPTIONS,
                                                        "Images of namespaces",
                                                        Cell.text("named after pids"),
                                                        "later dumps number them by namespace")
                                                .at(at)));
        root.networkLock()
                .ifPresent(
                        method ->
                                all.add(
                                        Statement.fact(
                                                        OPTIONS,
                                                        "Traffic during the dump",
                                                        Cell.text(traffic(method)),
                                                        "rules of CRIU itself can stand in what was dumped of the firewall")
                                                .at(at)));
    }

    /// In a network namespace that CRIU shares it holds up the connections that it dumps, not the traffic of others.
    private String traffic(int method) {
        var program =
                switch (method) {
                    case 0 -> "held by iptables";
                    case 1 -> "held by nftables";
                    case 2 -> "not held";
                    default -> "method " + method;
                };
        return method != 2 && NamespaceOwners.allWithCriu(checkpoint, "net")
                ? program + ", but only of TCP connections that were dumped"
                : program;
    }

    private static Statement connections(Optional<Boolean> closed) {
        return closed.orElse(false)
                ? Statement.gap(
                        OPTIONS,
                        "TCP connections",
                        Cell.text("closed by --tcp-close"),
                        "what waited in their queues was not dumped")
                : Statement.fact(
                        OPTIONS,
                        "TCP connections",
                        Cell.text("not closed"),
                        "established ones are dumped with their queues, or the dump fails");
    }
}
