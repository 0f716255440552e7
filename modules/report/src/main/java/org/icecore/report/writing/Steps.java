package org.icecore.report.writing;

import java.util.List;
import org.icecore.evidence.Progress;
import org.icecore.report.Block;
import org.icecore.report.FactList;
import org.icecore.report.HexExcerpt;
import org.icecore.report.Listing;
import org.icecore.report.Note;
import org.icecore.report.Paragraph;
import org.icecore.report.Report;
import org.icecore.report.Section;
import org.icecore.report.Table;
import org.icecore.report.Tree;

/// The work of writing a report, counted in blocks and rows.
public final class Steps {

    private static final int ROWS_BETWEEN_REPORTS = 64;

    private final Progress progress;
    private final long total;
    private long done;

    private Steps(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /// The steps of writing `report`.
    public static Steps of(Report report, Progress progress) {
        var steps = new Steps(progress, inSections(report.sections()));
        progress.advance(0, steps.total);
        return steps;
    }

    /// One row or one block more is done.
    public void next() {
        done++;
        if (done % ROWS_BETWEEN_REPORTS == 0 || done == total) {
            progress.advance(done, total);
        }
    }

    private static long inSections(List<Section> sections) {
        var sum = 0L;
        for (var section : sections) {
            for (var block : section.blocks()) {
                sum += 1 + rows(block);
            }
            sum += inSections(section.sections());
        }
        return sum;
    }

    private static long rows(Block block) {
        return switch (block) {
            case Table table -> table.rows().size();
            case Tree tree -> tree.nodes().size();
            case Paragraph _, FactList _, HexExcerpt _, Note _, Listing _ -> 0;
        };
    }
}
