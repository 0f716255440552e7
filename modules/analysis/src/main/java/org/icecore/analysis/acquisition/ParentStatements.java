package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.PARENTS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.dump.Kinship;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;

/// The dumps that pages were left to, and whether they are what they are taken for.
record ParentStatements(Checkpoint checkpoint, MemoryTally tally) {

    List<Statement> all() {
        var all = new ArrayList<Statement>();
        switch (checkpoint.ancestry()) {
            case Ancestry.Whole _ when checkpoint.imageDirectory().isEmpty() ->
                    all.add(
                            Statement.gap(
                                    PARENTS,
                                    "Earlier dumps",
                                    Cell.notCaptured(MemoryStatements.noImages(checkpoint)),
                                    "whether pages were left to earlier dumps is unknown"));
            case Ancestry.Whole _ ->
                    all.add(
                            Statement.fact(
                                    PARENTS,
                                    "Earlier dumps",
                                    Cell.text("none"),
                                    "the dump refers to no other"));
            case Ancestry.Complete(var pages, _) ->
                    pages.ifPresent(
                            directory ->
                                    all.add(
                                            Statement.fact(
                                                    PARENTS,
                                                    "Page server",
                                                    Cell.text(directory),
                                                    "the pages were kept there, apart from the other images")));
            case Ancestry.ParentMissing missing when !missing.used() ->
                    all.add(
                            Statement.caution(
                                            PARENTS,
                                            "Earlier dump",
                                            Cell.text(missing.needed()),
                                            "no page of this dump is in it")
                                    .at(missing.at()));
            case Ancestry.ParentMissing missing ->
                    all.add(
                            Statement.gap(
                                            PARENTS,
                                            "Earlier dump",
                                            Cell.notCaptured(missing.needed()),
                                            "pages that were left to it are unknown; see the memory above")
                                    .at(missing.at()));
            case Ancestry.PagesMissing missing ->
                    all.add(
                            Statement.gap(
                                            PARENTS,
                                            "Page server",
                                            Cell.notCaptured(missing.needed()),
                                            "no memory of any task is known without it")
                                    .at(Location.of(missing.directory() + "pstree.img", 0, 0)));
        }
        checkpoint.account().parents().forEach(kinship -> add(kinship, all));
        return all;
    }

    private void add(Kinship kinship, List<Statement> all) {
        all.add(
                Statement.fact(
                        PARENTS,
                        kinship.supplied() ? "Earlier dump, supplied" : "Earlier dump, linked",
                        Cell.text(
                                "%s: %s left to it, %s"
                                        .formatted(
                                                kinship.directory(),
                                                Counted.of(kinship.pages(), "page"),
                                                MemoryStatements.value(
                                                                        tally.storedIn(
                                                                                kinship
                                                                                        .directory()))
                                                                instanceof Cell.Text(var text)
                                                        ? text
                                                        : "")),
                        kinship.grounds().isEmpty()
                                ? "nothing but the link speaks for it"
                                : kinship.grounds().stream().collect(Collectors.joining("; "))));
        for (var doubt : kinship.doubts()) {
            all.add(doubt(kinship, doubt));
        }
    }

    private static Statement doubt(Kinship kinship, Defect doubt) {
        var value = Cell.text("%s: %s".formatted(kinship.directory(), doubt.text()));
        return (doubt.kind() == Defect.Kind.ODD
                        ? Statement.caution(
                                PARENTS,
                                "Doubt",
                                value,
                                "if it is not the parent, what is read from it was never in the task's memory then")
                        : Statement.gap(
                                PARENTS,
                                "Not the parent",
                                value,
                                "nothing that is read from it can be relied upon"))
                .at(doubt.at());
    }
}
