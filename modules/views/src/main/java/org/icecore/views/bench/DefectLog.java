package org.icecore.views.bench;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javafx.beans.Observable;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Defect;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.log.Severity;

/// Tells the error log what is wrong with each checkpoint that is opened, and with what lies beside several of them: what,
/// and where in the evidence.
public final class DefectLog {
    /// The properties of a checkpoint have them all.
    static final int MOST = 100;

    private final ErrorLog log;
    private final Set<Checkpoint> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<BenchItem> toldBeside = Collections.newSetFromMap(new IdentityHashMap<>());

    private DefectLog(ErrorLog log) {
        this.log = log;
    }

    /// Watches a bench from now on.
    public static void watch(Bench bench, ErrorLog log) {
        var watch = new DefectLog(log);
        bench.items().addListener((Observable _) -> bench.items().forEach(watch::watch));
        bench.items().forEach(watch::watch);
    }

    private void watch(BenchItem item) {
        item.state()
                .subscribe(
                        state -> {
                            switch (state) {
                                case ItemState.Open(var checkpoint) when told.add(checkpoint) ->
                                        tell(item, checkpoint);
                                case ItemState.Failed _ when toldBeside.add(item) ->
                                        item.beside().stream()
                                                .limit(MOST)
                                                .forEach(defect -> tell(item, defect));
                                case ItemState.Open _, ItemState.Failed _, ItemState.Opening _ -> {
                                    // Told, or nothing to tell yet.
                                }
                            }
                        });
    }

    private void tell(BenchItem item, Checkpoint checkpoint) {
        checkpoint.defects().stream().limit(MOST).forEach(defect -> tell(item, defect));
        var more = checkpoint.defects().size() - MOST;
        if (more > 0) {
            log.report(
                    Severity.WARNING,
                    "%s: %s, listed in the properties of the checkpoint"
                            .formatted(item.fileName(), Counted.of(more, "more defect")),
                    item.path().toString());
        }
    }

    private void tell(BenchItem item, Defect defect) {
        log.report(
                Severity.WARNING,
                "%s: %s: %s".formatted(item.fileName(), defect.at(), defect.text()),
                item.path().toString());
    }
}
