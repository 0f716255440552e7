package org.icecore.evidence;

import java.util.ArrayList;
import java.util.List;

/// Defects in the order in which they were met; bounded, since a hostile archive can hold millions.
final class DefectList {

    private static final int LIMIT = 10_000;

    private final List<Defect> defects = new ArrayList<>();

    void add(Location at, String text) {
        if (defects.size() < LIMIT) {
            defects.add(new Defect(at, text));
        } else if (defects.size() == LIMIT) {
            defects.add(new Defect(at, "more defects from here on, which are not listed"));
        }
    }

    void add(Defect defect) {
        add(defect.at(), defect.text());
    }

    /// Notes where content breaks off.
    void addPart(EvidenceException broken) {
        add(broken.at(), broken.defect() + "; the content up to there is shown");
    }

    void addAll(List<Defect> others) {
        others.forEach(this::add);
    }

    List<Defect> toList() {
        return List.copyOf(defects);
    }
}
