package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;

/// What a comparison could not tell because one of the two is not whole.
record UnknownFates(Checkpoint before, Checkpoint after, List<Change> changes) {

    private record Cause(ChangeKind kind, String reason) {}

    /// One sentence for each cause, then one for each archive that has lost something.
    List<String> gaps() {
        var causes = new LinkedHashMap<Cause, Integer>();
        for (var change : changes) {
            if (change instanceof Change.Unknown unknown) {
                causes.merge(new Cause(unknown.kind(), unknown.reason()), 1, Integer::sum);
            }
        }
        var gaps = new ArrayList<String>();
        causes.forEach(
                (cause, count) ->
                        gaps.add(
                                "what became of %s (%s): %s"
                                        .formatted(
                                                Counted.of(count, "thing"),
                                                cause.kind().label(),
                                                cause.reason())));
        lost(gaps, before, "first");
        lost(gaps, after, "second");
        return gaps;
    }

    private static void lost(List<String> gaps, Checkpoint checkpoint, String which) {
        switch (checkpoint.archive().loss()) {
            case NONE -> {
                // What is not there was never there.
            }
            case CUT -> gaps.add("what lay behind the cut of the %s archive".formatted(which));
            case DAMAGED -> gaps.add("what the damage of the %s archive hides".formatted(which));
        }
    }
}
