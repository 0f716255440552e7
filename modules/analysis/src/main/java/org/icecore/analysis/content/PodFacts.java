package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Pod;
import org.icecore.checkpoint.container.PodContainer;

/// What the documents of a pod's checkpoint say of the pod, and what of the pod was found.
final class PodFacts {

    private static final String SILENT = "the pod's documents do not say";

    private PodFacts() {}

    /// Nothing where no such document lies around the container.
    static List<Fact> of(Checkpoint checkpoint) {
        return switch (checkpoint.pod()) {
            case Observed.Present<Pod>(var pod, _) -> of(pod);
            case Observed.NotCaptured<Pod> _ -> List.of();
            case Observed.Malformed<Pod>(var at, _) ->
                    List.of(
                            new Fact(
                                    "pod",
                                    "documents",
                                    "Documents of the pod",
                                    Cell.of(checkpoint.pod(), pod -> Cell.text(pod.title())),
                                    Optional.of(at)));
        };
    }

    private static List<Fact> of(Pod pod) {
        var facts = new ArrayList<Fact>();
        facts.add(told("name", "Pod", pod.name()));
        facts.add(told("namespace", "Pod namespace", pod.namespace()));
        facts.add(told("uid", "Pod uid", pod.uid()));
        facts.add(told("sandbox", "Sandbox id", pod.sandbox()));
        if (pod.containers().isEmpty()) {
            facts.add(
                    new Fact(
                            "pod",
                            "containers",
                            "Containers of the pod",
                            Cell.notCaptured("no document of the pod lists them"),
                            Optional.empty()));
        }
        for (var container : pod.containers()) {
            facts.add(
                    new Fact(
                            "pod",
                            "container." + container.name(),
                            "Container " + container.name(),
                            presence(container),
                            Optional.of(container.at())));
        }
        for (var option : pod.options()) {
            facts.add(
                    new Fact(
                            "pod",
                            option.key(),
                            option.key(),
                            Cell.text(option.text()),
                            Optional.of(option.at())));
        }
        return facts;
    }

    private static Fact told(String id, String title, Optional<Pod.Told> told) {
        return new Fact(
                "pod",
                id,
                title,
                Cell.ofText(told.map(Pod.Told::text), SILENT),
                told.map(Pod.Told::at));
    }

    private static Cell presence(PodContainer container) {
        var named =
                container.place().map(place -> "; its place is " + place).orElse("")
                        + container.id().map(id -> "; its id is " + id).orElse("");
        return switch (container.presence()) {
            case THIS -> Cell.text("this checkpoint" + named);
            case FOUND -> Cell.text("another checkpoint in what was opened" + named);
            case UNSEEN -> Cell.text("something lies at its place, which was not opened" + named);
            case NOT_FOUND ->
                    Cell.notCaptured("not found in what was opened; it may lie elsewhere" + named);
        };
    }

    /// In one line, for a table of several checkpoints.
    static Cell brief(Checkpoint checkpoint) {
        var container = checkpoint.container();
        return switch (checkpoint.pod()) {
            case Observed.Present<Pod>(var pod, _) -> Cell.text(pod.title() + containers(pod));
            case Observed.NotCaptured<Pod> _ when container.pod().isPresent() ->
                    Cell.text(
                            container.podNamespace().map(in -> in + "/").orElse("")
                                    + container.pod().orElseThrow());
            case Observed.NotCaptured<Pod> _, Observed.Malformed<Pod> _ ->
                    Cell.ofText(container.pod(), "the engine's files do not say");
        };
    }

    private static String containers(Pod pod) {
        if (pod.containers().isEmpty()) {
            return "";
        }
        var missing = names(pod, PodContainer.Presence.NOT_FOUND);
        var unseen = names(pod, PodContainer.Presence.UNSEEN);
        return ": %s%s%s"
                .formatted(
                        Counted.of(pod.containers().size(), "container"),
                        missing.isEmpty() ? "" : ", not found: " + missing,
                        unseen.isEmpty() ? "" : ", not opened: " + unseen);
    }

    private static String names(Pod pod, PodContainer.Presence presence) {
        return pod.containers(presence).stream()
                .map(PodContainer::name)
                .collect(Collectors.joining(", "));
    }
}
