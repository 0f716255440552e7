package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.LOG;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.dump.DumpLog;
import org.icecore.checkpoint.dump.LogLine;

/// What CRIU's log says of the run.
record LogStatements(Observed<DumpLog> log) {

    private static final int MOST_TROUBLES = 50;

    List<Statement> all() {
        return switch (log) {
            case Observed.Present<DumpLog>(var found, var at) -> {
                var all = new ArrayList<Statement>();
                all.add(
                        Statement.fact(
                                        LOG,
                                        "Log",
                                        Cell.text(
                                                "%s, %s"
                                                        .formatted(
                                                                found.member(),
                                                                Counted.of(found.lines(), "line"))),
                                        "lines have the time since CRIU began, and no date")
                                .at(at));
                all.add(ending(found));
                found.root()
                        .ifPresent(
                                line ->
                                        all.add(
                                                Statement.fact(
                                                                LOG,
                                                                "First task",
                                                                Cell.text(line.text()),
                                                                "the pid is that which CRIU saw: in a pid namespace of its own the task has another, which the images have")
                                                        .at(line.at())));
                troubles(found, all);
                yield all;
            }
            case Observed.NotCaptured<DumpLog>(var reason) ->
                    List.of(
                            Statement.gap(
                                    LOG,
                                    "Log",
                                    Cell.notCaptured(reason),
                                    "warnings and errors of the dump are unknown; they are not known to be none"));
            case Observed.Malformed<DumpLog> malformed ->
                    List.of(
                            Statement.gap(
                                            LOG,
                                            "Log",
                                            Cell.of(malformed, _ -> Cell.text("")),
                                            "warnings and errors of the dump are unknown")
                                    .at(malformed.at()));
        };
    }

    private static Statement ending(DumpLog log) {
        var last = log.last().map(LogLine::text).orElse("");
        var after =
                log.duration()
                        .map(
                                time ->
                                        ", after "
                                                + CellText.duration(
                                                        time.toSeconds() * 1_000_000
                                                                + time.getNano() / 1000))
                        .orElse("");
        var cell = Cell.text("%s%s".formatted(last, after));
        var statement =
                switch (log.ending()) {
                    case FINISHED ->
                            Statement.fact(LOG, "End", cell, "CRIU says that it dumped all");
                    case FAILED ->
                            Statement.gap(
                                    LOG,
                                    "End",
                                    cell,
                                    "CRIU says that it failed: what is here may be half of it");
                    case OPEN ->
                            Statement.caution(
                                    LOG,
                                    "End",
                                    cell,
                                    "the log does not say that the dump was finished: CRIU still ran, was ended, or the log is cut");
                };
        return statement.at(log.last().map(LogLine::at));
    }

    private static void troubles(DumpLog log, List<Statement> all) {
        var counted =
                "%s, %s"
                        .formatted(
                                Counted.of(log.warnings(), "warning"),
                                Counted.of(log.errors(), "error"));
        all.add(
                Statement.fact(
                        LOG,
                        "Warnings and errors",
                        Cell.text(counted),
                        "CRIU also calls an error what it gets over, such as a limit that it may not raise"));
        log.troubles().stream()
                .limit(MOST_TROUBLES)
                .forEach(
                        line ->
                                all.add(
                                        new Statement(
                                                LOG,
                                                Bearing.CAUTION,
                                                line.text().startsWith("Warn")
                                                        ? "Warning"
                                                        : "Error",
                                                Cell.text(line.text()),
                                                "as CRIU put it",
                                                Optional.of(line.at()))));
        long more = log.warnings() + log.errors() - Math.min(MOST_TROUBLES, log.troubles().size());
        if (more > 0) {
            all.add(
                    Statement.caution(
                            LOG,
                            "More warnings and errors",
                            Cell.number(more),
                            "not listed here; the log has them"));
        }
        log.gaps()
                .forEach(
                        gap ->
                                all.add(
                                        Statement.gap(
                                                LOG,
                                                "Log",
                                                Cell.notCaptured(gap),
                                                "what stands in the rest is unknown")));
    }
}
