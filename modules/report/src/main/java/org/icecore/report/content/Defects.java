package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.table.Counted;
import org.icecore.report.Block;
import org.icecore.report.Note;

/// What is damaged in the evidence, as cautions.
final class Defects {

    private Defects() {}

    static List<Block> of(Exhibit exhibit, Bounds bounds) {
        var defects = exhibit.checkpoint().defects();
        var blocks = new ArrayList<Block>();
        defects.stream()
                .limit(bounds.rows())
                .forEach(
                        defect ->
                                blocks.add(
                                        Note.of(Note.Kind.CAUTION, defect.text())
                                                .at(defect.at().toString())));
        if (defects.size() > bounds.rows()) {
            blocks.add(
                    Note.of(
                            Note.Kind.CAUTION,
                            Counted.of(
                                    defects.size() - bounds.rows(),
                                    "more defect is left out here.",
                                    "more defects are left out here.")));
        }
        return blocks;
    }
}
