package org.icecore.views.host;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.HostTable;
import org.icecore.checkpoint.namespace.HostFact;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.Commands;

/// The machine: its processors, and what its kernel was told to do with programs and mounts. Enter shows the bytes that say it.
public final class HostView {
    /// Its id.
    public static final String ID = "host";

    private HostView() {}

    /// The view.
    public static QuestionView<HostFact> of(CheckpointQuestion.Sight sight, Commands commands) {
        return new CheckpointQuestion<>(
                        "facts about the machine",
                        HostTable::of,
                        "No image tells of the machine: neither of processors, binary formats, automounts nor policies.")
                .view(
                        look(),
                        sight,
                        (_, _) -> commands.execute(BenchCommands.REVEAL_IN_IMAGE),
                        List.of(BenchCommands.REVEAL_IN_IMAGE));
    }

    private static GridLook<HostFact> look() {
        return GridLook.<HostFact>laidOut(ID, "Host", "kind 150, name 320, facts 560")
                .withIcon("kind", row -> Optional.of(icon(row.kind())));
    }

    private static String icon(HostFact.Kind kind) {
        return switch (kind) {
            case PROCESSOR -> "host";
            case BINARY_FORMAT -> "file";
            case AUTOFS -> "mount";
            case APPARMOR -> "credentials";
        };
    }
}
