package org.icecore.checkpoint.join;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.icecore.evidence.Defect;

/// What is wrong with the evidence, each defect once, in the order in which it was found; bounded, since a hostile image
/// can hold millions.
///
/// What is read again after all has been told finds the same defects again: they are not taken any more.
final class FoundDefects implements Consumer<Defect> {

    private static final int MOST = 20_000;

    private final LinkedHashSet<Defect> defects = new LinkedHashSet<>();

    private boolean told;

    @Override
    public void accept(Defect defect) {
        if (told) {
            return;
        }
        if (defects.size() < MOST) {
            defects.add(defect);
        } else if (defects.size() == MOST && !defects.contains(defect)) {
            defects.add(new Defect(defect.at(), "more defects from here on, which are not listed"));
        }
    }

    /// All of them; from now on none is taken.
    List<Defect> toList() {
        told = true;
        return List.copyOf(defects);
    }
}
