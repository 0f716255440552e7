package org.icecore.views.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.Fact;
import org.icecore.analysis.content.OverviewTable;
import org.icecore.analysis.content.UnknownContent;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.workbench.job.Job;

/// How far the count of what the images hold and this release does not know is.
public sealed interface UnknownState {
    /// The images are being read through.
    record BeingCounted(Job<UnknownContent> job) implements UnknownState {}

    /// All images were read.
    record Counted(UnknownContent content) implements UnknownState {}

    /// They could not be counted.
    ///
    /// @param reason in words: `counting was cancelled`
    record NotCounted(String reason) implements UnknownState {}

    /// The facts of a checkpoint as a whole, with how many fields are unknown or why that is not said.
    default List<Fact> facts(Checkpoint checkpoint) {
        return switch (this) {
            case Counted(var content) -> OverviewTable.of(checkpoint, content).rows();
            case BeingCounted _ -> with(checkpoint, Cell.text("being counted"));
            case NotCounted(var reason) -> with(checkpoint, Cell.notCaptured(reason));
        };
    }

    /// How many fields of a member are unknown, in words; empty for a member that is no image.
    default Optional<String> of(CheckpointMember member) {
        return member.image()
                .map(
                        _ ->
                                switch (this) {
                                    case Counted(var content) ->
                                            content.gap(member)
                                                    .map(
                                                            gap ->
                                                                    "%,d found; %s"
                                                                            .formatted(
                                                                                    content.count(
                                                                                            member),
                                                                                    gap))
                                                    .orElseGet(
                                                            () ->
                                                                    "%,d"
                                                                            .formatted(
                                                                                    content.count(
                                                                                            member)));
                                    case BeingCounted _ -> "being counted";
                                    case NotCounted(var reason) -> "not counted: " + reason;
                                });
    }

    private static List<Fact> with(Checkpoint checkpoint, Cell count) {
        var facts = new ArrayList<Fact>();
        for (var fact : OverviewTable.of(checkpoint).rows()) {
            facts.add(fact);
            if (fact.id().equals("unknownImages")) {
                facts.add(
                        new Fact(
                                "counts",
                                "unknownFields",
                                "Unknown fields",
                                count,
                                Optional.empty()));
            }
        }
        return List.copyOf(facts);
    }
}
