package org.icecore.views.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.icecore.analysis.content.RecoveredFileTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.views.bench.JobReading;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;

/// The digests of the recovered files of one checkpoint, computed one after the other in a job. Used on the UI thread.
public final class ContentDigests {
    private static final Cell AWAITED = Cell.text("...");

    private final Jobs jobs;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Optional<Checkpoint> holder = Optional.empty();
    private Optional<Job<Boolean>> hashing = Optional.empty();
    private Map<ArtefactRef, Cell> known = new ConcurrentHashMap<>();

    /// No digest is known.
    public ContentDigests(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Changes whenever more are known.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// The digest of a content in hexadecimal digits, or why there is none; empty while it is not known.
    public Optional<Cell> of(Checkpoint checkpoint, ArtefactRef ref) {
        return holder.filter(one -> one == checkpoint).map(_ -> known.get(ref));
    }

    /// Computes those that are not known. What was at work before is stopped, and what another checkpoint had is forgotten.
    public void compute(Checkpoint checkpoint, List<RecoveredFileTable.Row> rows) {
        cancel();
        if (holder.filter(one -> one == checkpoint).isEmpty()) {
            holder = Optional.of(checkpoint);
            known = new ConcurrentHashMap<>();
        }
        var found = known;
        var missing = rows.stream().filter(row -> !found.containsKey(row.ref())).toList();
        if (missing.isEmpty()) {
            return;
        }
        var telling = new AtomicBoolean();
        hashing =
                Optional.of(
                        jobs.start(
                                "hashing the recovered files of " + checkpoint.id(),
                                progress -> {
                                    for (var row : missing) {
                                        progress.check();
                                        found.put(
                                                row.ref(),
                                                inDigits(
                                                        RecoveredFileTable.digest(
                                                                checkpoint,
                                                                row,
                                                                JobReading.of(
                                                                        progress, row.name()))));
                                        // A refresh for each of thousands of small files would be
                                        // too much.
                                        if (telling.compareAndSet(false, true)) {
                                            Platform.runLater(
                                                    () -> {
                                                        telling.set(false);
                                                        changes.set(changes.get() + 1);
                                                    });
                                        }
                                    }
                                    return true;
                                }));
    }

    /// Stops what is at work.
    public void cancel() {
        hashing.ifPresent(Job::cancel);
        hashing = Optional.empty();
    }

    /// The same table with the digests, as far as they are known.
    public ResultTable<RecoveredFileTable.Row> added(
            Checkpoint checkpoint, ResultTable<RecoveredFileTable.Row> table) {
        var columns = new ArrayList<>(table.columns());
        columns.add(
                Column.of(
                        "sha256",
                        "SHA-256",
                        ColumnKind.CODE,
                        "Digest of the content, holes as zeros",
                        row -> of(checkpoint, row.ref()).orElse(AWAITED)));
        return table.withColumns(columns);
    }

    /// All digits, so that a copied row has them.
    private static Cell inDigits(Cell digest) {
        return digest instanceof Cell.Checksum ? Cell.text(CellText.text(digest)) : digest;
    }
}
