package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.DOCUMENTS;

import java.util.List;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.dump.EngineDocument;
import org.icecore.evidence.Location;

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
                                        "a %s has none".formatted(checkpoint.layout().title())),
                                "name, image, times and root file system of the container are known from elsewhere only"))
                : documents.stream().map(DocumentStatements::of).toList();
    }

    private static Statement of(EngineDocument document) {
        return document.member()
                .map(
                        member ->
                                Statement.fact(
                                                DOCUMENTS,
                                                document.name(),
                                                Cell.text("is there"),
                                                document.holds())
                                        .at(Location.of(member.name(), 0, member.size())))
                .orElseGet(
                        () ->
                                Statement.gap(
                                        DOCUMENTS,
                                        document.name(),
                                        Cell.notCaptured(document.absence()),
                                        document.holds()));
    }
}
