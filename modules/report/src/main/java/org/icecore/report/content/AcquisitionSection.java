package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.acquisition.AcquisitionTable;
import org.icecore.analysis.acquisition.Bearing;
import org.icecore.analysis.acquisition.Statement;
import org.icecore.analysis.acquisition.Topic;
import org.icecore.analysis.table.Capital;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.analysis.table.ResultTable;
import org.icecore.report.Block;
import org.icecore.report.Column;
import org.icecore.report.Paragraph;
import org.icecore.report.Row;
import org.icecore.report.Section;
import org.icecore.report.Table;

/// How a checkpoint was taken and what it does not hold: the statements that the program shows, word for word.
record AcquisitionSection(Exhibit exhibit, String anchor, Bounds bounds) {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.word("Kind"),
                    Column.text("Subject", 2),
                    Column.text("Value", 4),
                    Column.text("What it means", 4));

    /// A chapter on both checkpoints of a comparison. Long, and asked for by whoever doubts: it stands behind what changed.
    static Section ofBoth(Exhibit before, Exhibit after, Extent extent, Bounds bounds) {
        return new Section(
                "Acquisition",
                "acquisition",
                List.of(),
                List.of(
                        new AcquisitionSection(before, "before-acquisition", bounds)
                                .of(extent, "Acquisition of the checkpoint before"),
                        new AcquisitionSection(after, "after-acquisition", bounds)
                                .of(extent, "Acquisition of the checkpoint after")));
    }

    private Section of(Extent extent, String title) {
        return switch (extent) {
            case WHOLE -> whole(title);
            case CHANGES_ONLY -> briefly(title);
        };
    }

    /// All statements.
    Section whole(String title) {
        return section(title, true);
    }

    /// Only what may mislead or is missing.
    private Section briefly(String title) {
        return section(title, false);
    }

    private Section section(String title, boolean facts) {
        var table = AcquisitionTable.of(exhibit.checkpoint());
        var blocks = new ArrayList<Block>();
        blocks.add(
                Paragraph.of(
                        "%s. A gap is something that may have been there and that %s does not hold; a caution can mislead who does not"
                                        .formatted(summary(table), exhibit.name())
                                + " know it.%s"
                                        .formatted(facts ? "" : " Facts are left out here.")));
        for (var topic : Topic.values()) {
            var rows =
                    table.rows().stream()
                            .filter(row -> row.topic() == topic)
                            .filter(row -> facts || row.bearing() != Bearing.FACT)
                            .toList();
            if (!rows.isEmpty()) {
                blocks.add(table(topic, rows, table));
            }
        }
        return Section.of(title, anchor, blocks);
    }

    private static String summary(ResultTable<Statement> table) {
        long gaps = count(table, Bearing.GAP);
        long cautions = count(table, Bearing.CAUTION);
        return "How the checkpoint was taken, in %s: %s and %s"
                .formatted(
                        Counted.of(table.rows().size(), "statement"),
                        Counted.of(gaps, "gap"),
                        Counted.of(cautions, "caution"));
    }

    private static long count(ResultTable<Statement> table, Bearing bearing) {
        return table.rows().stream().filter(row -> row.bearing() == bearing).count();
    }

    private Block table(Topic topic, List<Statement> statements, ResultTable<Statement> table) {
        var rows =
                statements.stream()
                        .limit(bounds.rows())
                        .map(
                                statement -> {
                                    var row =
                                            Row.of(
                                                    statement.bearing().label(),
                                                    statement.subject(),
                                                    value(statement.value()),
                                                    statement.why());
                                    return table.location(statement)
                                            .map(at -> row.at(at.toString()))
                                            .orElse(row);
                                })
                        .toList();
        return Table.of(Capital.of(topic.label()), COLUMNS, rows)
                .omitting(statements.size() - rows.size());
    }

    private static String value(Cell cell) {
        return CellText.text(cell);
    }
}
