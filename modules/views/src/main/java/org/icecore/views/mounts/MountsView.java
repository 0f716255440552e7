package org.icecore.views.mounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.content.MountTable;
import org.icecore.analysis.content.OciMountTable;
import org.icecore.checkpoint.container.OciMount;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;

/// The mounts of the container: as the kernel had them, and as the engine was asked for them.
public final class MountsView {
    /// Id of the view of the kernel's mounts.
    public static final String ID = "mounts";
    /// Id of the view of the specification's mounts.
    public static final String SPECIFIED = "mounts-specified";

    private MountsView() {}

    /// The kernel's mounts, each under the one it is mounted on.
    ///
    /// @param showProperties brings the properties of what is selected to the front
    public static QuestionView<Mount> of(CheckpointQuestion.Sight sight, Runnable showProperties) {
        return new CheckpointQuestion<>("mounts", MountTable::of, "The checkpoint lists no mount.")
                .view(look(), sight, (_, _) -> showProperties.run(), List.of());
    }

    /// The mounts that the OCI specification asks for.
    ///
    /// @param showProperties brings the properties of what is selected to the front
    public static QuestionView<OciMount> specified(
            CheckpointQuestion.Sight sight, Runnable showProperties) {
        return new CheckpointQuestion<>(
                        "mounts of the specification",
                        OciMountTable::of,
                        "The specification asks for no mount.")
                .view(specifiedLook(), sight, (_, _) -> showProperties.run(), List.of());
    }

    private static GridLook<Mount> look() {
        return GridLook.<Mount>of(
                        ID,
                        "Mounts",
                        List.of(
                                "mountPoint",
                                "type",
                                "source",
                                "root",
                                "flags",
                                "fileSystemFlags",
                                "propagation",
                                "removed",
                                "external",
                                "options",
                                "id",
                                "parent",
                                "namespace"))
                .withWidths(
                        Map.ofEntries(
                                Map.entry("mountPoint", 260),
                                Map.entry("type", 76),
                                Map.entry("source", 110),
                                Map.entry("root", 180),
                                Map.entry("flags", 240),
                                Map.entry("propagation", 120),
                                Map.entry("external", 130),
                                Map.entry("options", 220),
                                Map.entry("id", 60),
                                Map.entry("parent", 64),
                                Map.entry("namespace", 88)))
                .withIcon("mountPoint", _ -> Optional.of("mount"))
                .withTree(table -> MountTree.of(table.rows()));
    }

    private static GridLook<OciMount> specifiedLook() {
        return GridLook.<OciMount>of(
                        SPECIFIED,
                        "Mounts of the Specification",
                        List.of("destination", "type", "source", "options"))
                .withWidths(Map.of("destination", 240, "type", 84, "source", 420, "options", 320))
                .withIcon("destination", _ -> Optional.of("mount"));
    }
}
