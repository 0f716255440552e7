package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Statement.told;
import static org.icecore.analysis.acquisition.Topic.FREEZE;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.DumpStatistics;
import org.icecore.evidence.Location;

/// How long the tasks stood still.
record FreezeStatements(Checkpoint checkpoint) {

    List<Statement> all() {
        return List.of(
                of(
                        "Freezing",
                        DumpStatistics::freezingMicros,
                        "until all tasks stood still: they did not stop at one moment, but within this time"),
                of(
                        "Frozen",
                        DumpStatistics::frozenMicros,
                        "the tasks did nothing for so long; others may have noticed"),
                of(
                        "Memory dumped",
                        DumpStatistics::memoryDumpMicros,
                        "part of the time in which they were frozen"),
                of(
                        "Memory written",
                        DumpStatistics::memoryWriteMicros,
                        "memory can be written when the tasks run again; its content is from before"));
    }

    private Statement of(String subject, ToLongFunction<DumpStatistics> micros, String why) {
        var statistics = checkpoint.statistics();
        return told(
                        FREEZE,
                        subject,
                        Cell.of(statistics, found -> new Cell.Duration(micros.applyAsLong(found))),
                        why)
                .at(
                        statistics instanceof Observed.Present<DumpStatistics>(_, var at)
                                ? Optional.of(at)
                                : Optional.<Location>empty());
    }
}
