package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.CLOCKS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.dump.DumpLog;
import org.icecore.checkpoint.namespace.NamespaceSettings;

/// Where each time comes from, and how far it can be trusted.
record ClockStatements(Checkpoint checkpoint, Observed<DumpLog> log) {

    List<Statement> all() {
        var all = new ArrayList<Statement>();
        for (var moment : checkpoint.account().moments()) {
            all.add(
                    Statement.fact(
                                    CLOCKS,
                                    moment.source(),
                                    new Cell.Timestamp(moment.moment()),
                                    "%s; clock: %s".formatted(moment.meaning(), moment.clock()))
                            .at(moment.at()));
        }
        if (all.isEmpty()) {
            all.add(
                    Statement.gap(
                            CLOCKS,
                            "Date",
                            Cell.notCaptured("nothing in the evidence tells a date"),
                            "when the checkpoint was taken is known from elsewhere only"));
        }
        if (log instanceof Observed.Present<DumpLog>(_, var at)) {
            all.add(
                    Statement.fact(
                                    CLOCKS,
                                    "log of CRIU",
                                    Cell.notApplicable("its times count from the start of CRIU"),
                                    "order and distance of its lines are sure, the date is not in it")
                            .at(at));
        }
        if (checkpoint.inventory() instanceof Observed.Present<Inventory>(var root, var at)) {
            root.uptime()
                    .ifPresent(
                            uptime ->
                                    all.add(
                                            Statement.fact(
                                                            CLOCKS,
                                                            "inventory, dump_uptime",
                                                            Cell.text(seconds(uptime)),
                                                            "since the host was started; orders dumps between two starts, and knows no date")
                                                    .at(at)));
        }
        checkpoint.kernel().namespaces().items().stream()
                .filter(NamespaceSettings.Clocks.class::isInstance)
                .map(NamespaceSettings.Clocks.class::cast)
                .forEach(
                        clocks ->
                                all.add(
                                        Statement.fact(
                                                        CLOCKS,
                                                        "timens, readings",
                                                        Cell.text(
                                                                "monotonic %s, boot %s"
                                                                        .formatted(
                                                                                seconds(
                                                                                        clocks
                                                                                                .monotonic()),
                                                                                seconds(
                                                                                        clocks
                                                                                                .boot()))),
                                                        "as the tasks saw them; timers and time stamps in memory can be of these clocks")
                                                .at(clocks.at())));
        all.add(
                Statement.caution(
                        CLOCKS,
                        "files in the container",
                        Cell.notApplicable("each file has its own"),
                        "modification times in rootfs-diff.tar, tmpfs and ghost files can be set by any task to whatever it likes"));
        all.add(
                Statement.gap(
                        CLOCKS,
                        "right time",
                        Cell.notCaptured("nothing in the evidence proves that a clock was right"),
                        "compare with a clock that is known to be right; all times are shown in UTC"));
        return all;
    }

    private static String seconds(Duration time) {
        return String.format(
                Locale.ROOT, "%d.%06d s", time.toSeconds(), Math.abs(time.getNano()) / 1000);
    }
}
