package org.icecore.analysis.acquisition;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.content.NamespaceOwners;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;

/// How a checkpoint was taken and what it does not hold: versions, options, times, images that should be there, memory that is
/// in no image, what belongs to the outside, gaps of the export, clocks.
///
/// Asking reads many images and walks all mappings, so it is long work.
public final class AcquisitionTable {

    private static final String HOST_PIDS =
            "pids of the host (the log of CRIU has that of the first task)";

    /// What no checkpoint of a container holds, whoever takes it. Source: CRIU 4.2, what its messages have no field for.
    public static final List<String> NEVER_RECORDED =
            List.of(
                    "when a process was started and how long it ran",
                    HOST_PIDS,
                    "processes that had ended and been waited for",
                    "who traced whom",
                    "received UDP datagrams that were not read",
                    "clean pages of mapped files and the kernel's cache of files",
                    "kernel modules and the kernel's own memory",
                    "other containers, also of the same pod",
                    "when an event happened, unless a task wrote it down");

    private AcquisitionTable() {}

    /// One row for each statement, by topic.
    public static ResultTable<Statement> of(Checkpoint checkpoint) {
        return new ResultTable<>(
                "acquisition",
                "Acquisition",
                COLUMNS,
                statements(checkpoint),
                row -> subject(checkpoint, row),
                Statement::at,
                Coverage.complete().withLimits(neverRecorded(checkpoint)));
    }

    /// Tasks that shared the pid namespace of whoever took the checkpoint have the pids that are to be seen there.
    private static List<String> neverRecorded(Checkpoint checkpoint) {
        return NamespaceOwners.allWithCriu(checkpoint, "pid")
                ? NEVER_RECORDED.stream().filter(text -> !text.equals(HOST_PIDS)).toList()
                : NEVER_RECORDED;
    }

    private static List<Statement> statements(Checkpoint checkpoint) {
        var log = checkpoint.account().log();
        var tally = MemoryTally.of(checkpoint);
        var all = new ArrayList<Statement>();
        all.addAll(new SoftwareStatements(checkpoint, log).all());
        all.addAll(new OptionStatements(checkpoint, log).all());
        all.addAll(new FreezeStatements(checkpoint).all());
        all.addAll(new LogStatements(log).all());
        all.addAll(new ImageStatements(checkpoint).all());
        all.addAll(new MemoryStatements(checkpoint, tally).all());
        all.addAll(new ParentStatements(checkpoint, tally).all());
        all.addAll(new OutsideStatements(checkpoint, log).all());
        all.addAll(new RootfsStatements(checkpoint).all());
        all.addAll(new DocumentStatements(checkpoint).all());
        all.addAll(new ClockStatements(checkpoint, log).all());
        return List.copyOf(all);
    }

    /// The member that the statement was read from, so that one can look there.
    private static ArtefactRef subject(Checkpoint checkpoint, Statement row) {
        return row.at()
                .filter(at -> checkpoint.archive().find(at.member()).isPresent())
                .<ArtefactRef>map(at -> new ArtefactRef.OfMember(checkpoint.id(), at.member()))
                .orElseGet(checkpoint::ref);
    }

    /// Here the reason of an absence is the statement: it must not hide in a tooltip.
    private static Cell told(Cell value) {
        return value.present() ? value : Cell.text(CellText.text(value));
    }

    private static final List<Column<Statement>> COLUMNS =
            List.of(
                    Column.text(
                            "topic",
                            "Topic",
                            "What the statement is about",
                            row -> row.topic().label()),
                    Column.text(
                            "bearing",
                            "Kind",
                            "Fact; caution: it can mislead who does not know it; gap: something may have been there that the evidence does not hold",
                            row -> row.bearing().label()),
                    Column.text("subject", "Subject", "What is stated", Statement::subject),
                    Column.of(
                            "value",
                            "Value",
                            ColumnKind.TEXT,
                            "What the evidence says, or why it says nothing",
                            row -> told(row.value())),
                    Column.text(
                            "why",
                            "What it means",
                            "Why it matters for what is found and what is not",
                            Statement::why));
}
