package org.icecore.app.desktop;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchSelection;
import org.icecore.workbench.navigation.NavigationHistory;

/// Remembers where the examiner stayed: a selection that lasts for a moment is a place to come back to.
final class Places {
    private static final Duration STAY = Duration.millis(700);
    private static final String SOURCE = "history";

    private final PauseTransition stay = new PauseTransition(STAY);

    Places(Bench bench, BenchSelection selection, NavigationHistory history) {
        history.navigator(
                location -> {
                    if (location instanceof ArtefactRef ref
                            && bench.item(ref.checkpoint()).isPresent()) {
                        stay.stop();
                        selection.select(SOURCE, ref);
                        return true;
                    }
                    return false;
                });
        selection
                .ref()
                .subscribe(
                        ref -> {
                            stay.stop();
                            ref.ifPresent(
                                    place -> {
                                        stay.setOnFinished(_ -> history.visit(place));
                                        stay.playFromStart();
                                    });
                        });
    }
}
