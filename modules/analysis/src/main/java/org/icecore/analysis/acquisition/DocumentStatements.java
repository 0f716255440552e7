package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.DOCUMENTS;

import java.util.List;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.dump.EngineDocument;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;

/// What the engine lays beside the images, there or not.
record DocumentStatements(Checkpoint checkpoint) {

    List<Statement> all() {
        var documents = checkpoint.account().documents();
        return documents.isEmpty()
                ? List.of(
                        Statement.gap(
                                DOCUMENTS,
                                "Engine's files",
                                Cell.notCaptured(
                                        "none belongs to this form of evidence: "
                                                + checkpoint.layout().title()),
                                "name, image, times and root file system of a container are known from elsewhere only"))
                : documents.stream().map(DocumentStatements::of).toList();
    }

    private static Statement of(EngineDocument document) {
        if (document.members().isEmpty()) {
            return Statement.gap(
                    DOCUMENTS,
                    document.name(),
                    Cell.notCaptured(document.absence()),
                    document.holds());
        }
        var first = document.members().getFirst();
        var size = document.members().stream().mapToLong(Member::size).sum();
        var value =
                document.members().size() == 1
                        ? new Cell.Bytes(size)
                        : Cell.text(
                                "%s in %s"
                                        .formatted(
                                                CellText.size(size),
                                                Counted.of(document.members().size(), "file")));
        return Statement.fact(DOCUMENTS, document.name(), value, document.holds())
                .at(Location.of(first.name(), 0, first.size()));
    }
}
