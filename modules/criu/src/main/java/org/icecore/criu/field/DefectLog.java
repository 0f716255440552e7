package org.icecore.criu.field;

import java.util.ArrayList;
import java.util.List;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;

/// Collects what is wrong with an image; after [#LIMIT] defects only their number.
public final class DefectLog {

    private static final int LIMIT = 100;

    private final ByteSource source;
    private final List<Defect> defects = new ArrayList<>();
    private long further;

    /// A log for that image.
    public DefectLog(ByteSource source) {
        this.source = source;
    }

    /// Notes a defect at a place of the image.
    public void add(ByteRange at, String text) {
        if (full()) {
            further++;
        } else {
            defects.add(new Defect(source.locate(at), text));
        }
    }

    /// Notes a defect.
    public void add(Defect defect) {
        if (full()) {
            further++;
        } else {
            defects.add(defect);
        }
    }

    private boolean full() {
        return defects.size() >= LIMIT;
    }

    /// The defects in the order in which they were found, at last how many more there are.
    public List<Defect> list() {
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
