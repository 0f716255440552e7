package org.icecore.app.desktop;

import java.util.Optional;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.ComparisonState;
import org.icecore.views.compare.CompareEditors;
import org.icecore.views.compare.CompareOverviewKey;
import org.icecore.workbench.part.Parts;
import org.icecore.workbench.part.Perspective;

/// Shows the comparison when its perspective is shown: the editor of it that was in front last, else the overview.
final class ComparePlace {
    private final Bench bench;
    private final Parts parts;
    private Optional<Object> last = Optional.empty();

    ComparePlace(Bench bench, Parts parts) {
        this.bench = bench;
        this.parts = parts;
    }

    void keep() {
        parts.frontEditor()
                .subscribe(
                        front ->
                                front.filter(CompareEditors::opens)
                                        .ifPresent(key -> last = Optional.of(key)));
        parts.perspective().subscribe(_ -> show());
        bench.comparison().map(ComparisonState::chosen).subscribe(_ -> show());
    }

    /// Whichever of the two is there first, the perspective or the pair.
    private void show() {
        var compares =
                parts.perspective()
                        .getValue()
                        .map(Perspective::id)
                        .filter(DesktopPerspectives.COMPARE::equals)
                        .isPresent();
        if (compares && bench.comparison().get().chosen().isPresent()) {
            parts.openEditor(
                    last.filter(parts.editorKeys()::contains).orElseGet(CompareOverviewKey::new));
        }
    }
}
