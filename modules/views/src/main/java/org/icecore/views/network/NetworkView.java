package org.icecore.views.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.content.InterfaceTable;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;

/// The network interfaces of the container.
public final class NetworkView {
    /// Its id.
    public static final String ID = "network";

    private NetworkView() {}

    /// The view.
    ///
    /// @param showProperties brings the properties of what is selected to the front
    public static QuestionView<InterfaceTable.Row> of(
            CheckpointQuestion.Sight sight, Runnable showProperties) {
        return new CheckpointQuestion<>(
                        "network interfaces",
                        InterfaceTable::of,
                        "Neither the engine nor an image tells of an interface.")
                .view(look(), sight, (_, _) -> showProperties.run(), List.of());
    }

    private static GridLook<InterfaceTable.Row> look() {
        return GridLook.<InterfaceTable.Row>of(
                        ID,
                        "Network",
                        List.of(
                                "name",
                                "network",
                                "addresses",
                                "gateway",
                                "mac",
                                "kind",
                                "flags",
                                "links"))
                .withWidths(
                        Map.of(
                                "name",
                                120,
                                "network",
                                140,
                                "addresses",
                                320,
                                "gateway",
                                150,
                                "mac",
                                160,
                                "flags",
                                240,
                                "links",
                                280))
                .withIcon("name", _ -> Optional.of("network"));
    }
}
