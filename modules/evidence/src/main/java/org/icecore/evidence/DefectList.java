package org.icecore.evidence;

import java.util.ArrayList;
import java.util.List;

/// Defects in the order in which they were met; bounded, since a hostile archive can hold millions.
final class DefectList {

    private static final int LIMIT = 10_000;

    private final List<Defect> defects = new ArrayList<>();
    private boolean cut;
    private boolean full;

    void add(Location at, String text) {
        add(new Defect(at, text));
    }

    void add(Location at, String text, Defect.Kind kind) {
        add(new Defect(at, text, kind));
    }

    /// A cut is the last thing that is found of an archive, and is never left out.
    void add(Defect defect) {
        if (defects.size() < LIMIT || defect.kind() == Defect.Kind.CUT && !cut) {
            cut |= defect.kind() == Defect.Kind.CUT;
            defects.add(defect);
        } else if (!full) {
            full = true;
            defects.add(new Defect(defect.at(), "more defects from here on, which are not listed"));
        }
    }

    /// Notes where content breaks off.
    void addPart(EvidenceException broken) {
        add(broken.at(), broken.defect() + "; the content up to there is shown", broken.kind());
    }

    void addAll(List<Defect> others) {
        others.forEach(this::add);
    }

    List<Defect> toList() {
        return List.copyOf(defects);
    }
}
