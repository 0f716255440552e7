package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Counted;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.Layout;

/// Several checkpoints, one line each.
public final class CheckpointTable {

    private static final String SILENT = "the engine's files do not say";

    private CheckpointTable() {}

    /// One row per checkpoint, in the given order.
    public static ResultTable<Checkpoint> of(List<Checkpoint> checkpoints) {
        return of(checkpoints, Checkpoint::title);
    }

    /// The same with the names that the checkpoints go by.
    public static ResultTable<Checkpoint> of(
            List<Checkpoint> checkpoints, Function<Checkpoint, String> name) {
        return new ResultTable<>(
                "checkpoints",
                "Checkpoints",
                COLUMNS,
                List.copyOf(checkpoints),
                Checkpoint::ref,
                _ -> Optional.empty(),
                Coverage.without(
                        checkpoints.stream()
                                .filter(checkpoint -> !checkpoint.defects().isEmpty())
                                .map(
                                        checkpoint ->
                                                "%s: %s in the evidence"
                                                        .formatted(
                                                                name.apply(checkpoint),
                                                                Counted.of(
                                                                        checkpoint.defects().size(),
                                                                        "defect")))
                                .toList()));
    }

    private static final List<Column<Checkpoint>> COLUMNS =
            List.of(
                    Column.of(
                            "container",
                            "Container",
                            ColumnKind.TEXT,
                            "Name of the container",
                            of(container -> Cell.ofText(container.name(), SILENT))),
                    Column.of(
                            "image",
                            "Image",
                            ColumnKind.CODE,
                            "Reference of the container image",
                            of(container -> Cell.ofText(container.image(), SILENT))),
                    Column.of(
                            "id",
                            "Id",
                            ColumnKind.CODE,
                            "First twelve digits of the container's id",
                            of(
                                    container ->
                                            Cell.ofText(
                                                    container.id().map(Container::shortened),
                                                    SILENT))),
                    Column.of(
                            "runtime",
                            "Runtime",
                            ColumnKind.TEXT,
                            "OCI runtime",
                            of(container -> Cell.ofText(container.runtime(), SILENT))),
                    Column.of(
                            "created",
                            "Created",
                            ColumnKind.TIMESTAMP,
                            "When the container was created",
                            of(
                                    container ->
                                            Cell.of(
                                                    container.created(),
                                                    SILENT,
                                                    Cell.Timestamp::new))),
                    Column.of(
                            "checkpointed",
                            "Checkpointed",
                            ColumnKind.TIMESTAMP,
                            "When the checkpoint was taken",
                            of(
                                    container ->
                                            Cell.of(
                                                    container.checkpointed(),
                                                    SILENT,
                                                    Cell.Timestamp::new))),
                    Column.of(
                            "written",
                            "Written",
                            ColumnKind.TIMESTAMP,
                            "When the dump's images were written, by their modification times in the archive",
                            checkpoint -> Cell.of(checkpoint.written(), Cell.Timestamp::new)),
                    Column.of(
                            "engine",
                            "Engine",
                            ColumnKind.TEXT,
                            "Program that had the checkpoint taken",
                            of(container -> ContainerFacts.engine(container.engine()))),
                    Column.of(
                            "layout",
                            "Layout",
                            ColumnKind.TEXT,
                            "How its parts lie in the archive, and what whoever runs it must know",
                            checkpoint -> Cell.text(layout(checkpoint.layout()))),
                    Column.of(
                            "pod",
                            "Pod",
                            ColumnKind.TEXT,
                            "Namespace and name of the pod; what was found of its containers, where it lists them",
                            PodFacts::brief),
                    Column.of(
                            "imageBytes",
                            "Checkpoint size",
                            ColumnKind.BYTES,
                            "Bytes of the dump's images",
                            SizeFacts::images),
                    Column.of(
                            "rootfsBytes",
                            "Root FS diff size",
                            ColumnKind.BYTES,
                            "Bytes of the export of changed files",
                            SizeFacts::rootfs),
                    Column.of(
                            "memoryBytes",
                            "Memory",
                            ColumnKind.BYTES,
                            "Bytes of stored pages",
                            SizeFacts::memory),
                    Column.of(
                            "tasks",
                            "Tasks",
                            ColumnKind.NUMBER,
                            "Number of tasks",
                            SizeFacts::tasks));

    /// `Podman export as an OCI image; this image is a checkpoint: ...`.
    static String layout(Layout layout) {
        return layout.title() + layout.warning().map("; "::concat).orElse("");
    }

    private static Function<Checkpoint, Cell> of(Function<Container, Cell> value) {
        return checkpoint -> value.apply(checkpoint.container());
    }
}
