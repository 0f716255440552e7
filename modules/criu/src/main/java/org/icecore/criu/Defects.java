package org.icecore.criu;

import java.util.ArrayList;
import java.util.List;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;

/// Collects what is wrong with one source; after [#LIMIT] defects only their number.
final class Defects {

    private static final int LIMIT = 100;

    private final ByteSource source;
    private final List<Defect> defects = new ArrayList<>();
    private long further;

    Defects(ByteSource source) {
        this.source = source;
    }

    void add(ByteRange at, String text, Object... values) {
        if (full()) {
            further++;
        } else {
            defects.add(
                    new Defect(
                            source.locate(at), values.length == 0 ? text : text.formatted(values)));
        }
    }

    void add(Defect defect) {
        if (full()) {
            further++;
        } else {
            defects.add(defect);
        }
    }

    boolean full() {
        return defects.size() >= LIMIT;
    }

    List<Defect> list() {
        var all = new ArrayList<>(defects);
        if (further > 0) {
            all.add(
                    new Defect(
                            source.locate(new ByteRange(0, source.size())),
                            "%d further defects, not listed".formatted(further)));
        }
        return List.copyOf(all);
    }
}
