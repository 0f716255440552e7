package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.Engine;

/// What the engine said of the container.
final class ContainerFacts {

    private static final String SILENT = "the engine's files do not say";

    private ContainerFacts() {}

    static List<Fact> of(Container container) {
        return List.of(
                fact("name", "Container", Cell.ofText(container.name(), SILENT)),
                fact("image", "Image", Cell.ofText(container.image(), SILENT)),
                fact("imageId", "Image id", Cell.ofText(container.imageId(), SILENT)),
                fact("id", "Id", Cell.ofText(container.id(), SILENT)),
                fact("engine", "Engine", engine(container.engine())),
                fact("runtime", "Runtime", Cell.ofText(container.runtime(), SILENT)),
                fact(
                        "created",
                        "Created",
                        Cell.of(container.created(), SILENT, Cell.Timestamp::new)),
                fact(
                        "checkpointed",
                        "Checkpointed",
                        Cell.of(container.checkpointed(), SILENT, Cell.Timestamp::new)),
                fact("hostname", "Host name", Cell.ofText(container.hostname(), SILENT)),
                fact("pod", "Pod", Cell.ofText(container.pod(), SILENT)),
                fact(
                        "podNamespace",
                        "Pod namespace",
                        Cell.ofText(container.podNamespace(), SILENT)),
                fact(
                        "privileged",
                        "Privileged",
                        Cell.of(container.privileged(), SILENT, Cell.Flag::new)),
                fact(
                        "command",
                        "Command",
                        container.command().isEmpty()
                                ? Cell.notCaptured(SILENT)
                                : Cell.text(String.join(" ", container.command()))));
    }

    static List<Fact> annotations(Container container) {
        return container.annotations().entrySet().stream()
                .map(
                        entry ->
                                new Fact(
                                        "annotations",
                                        entry.getKey(),
                                        entry.getKey(),
                                        Cell.text(entry.getValue()),
                                        Optional.empty()))
                .toList();
    }

    static Cell engine(Engine engine) {
        return engine == Engine.UNKNOWN
                ? Cell.notCaptured("nothing in the evidence names it")
                : Cell.text(engine.label());
    }

    private static Fact fact(String id, String title, Cell value) {
        return new Fact("container", id, title, value, Optional.empty());
    }
}
