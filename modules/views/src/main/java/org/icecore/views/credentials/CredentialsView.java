package org.icecore.views.credentials;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.icecore.analysis.content.CredentialTable;
import org.icecore.analysis.content.ThreadTable;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.Engine;
import org.icecore.checkpoint.task.CapabilitySet;
import org.icecore.checkpoint.task.Credentials;
import org.icecore.checkpoint.task.ThreadCore;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.views.result.Recast;
import org.icecore.workbench.command.MenuItem;

/// User and group ids, capabilities, seccomp mode and security label of each thread.
public final class CredentialsView {
    /// Its id.
    public static final String ID = "credentials";

    private static final String POWERFUL = "CAP_SYS_ADMIN";

    private static final Map<String, Function<Credentials, CapabilitySet>> SETS =
            Map.of(
                    "effective", Credentials::effective,
                    "permitted", Credentials::permitted,
                    "inheritable", Credentials::inheritable,
                    "bounding", Credentials::bounding);

    private CredentialsView() {}

    /// The view.
    ///
    /// @param showProperties brings the properties of what is selected to the front
    public static QuestionView<ThreadTable.Row> of(
            CheckpointQuestion.Sight sight, Runnable showProperties) {
        return new CheckpointQuestion<>(
                        "credentials", CredentialsView::table, "No task has a thread.")
                .view(
                        look().withTooltips(tooltips(sight.selection())),
                        sight,
                        (_, _) -> showProperties.run(),
                        List.of());
    }

    static ResultTable<ThreadTable.Row> table(Checkpoint checkpoint) {
        var table = CredentialTable.of(checkpoint);
        for (var column : SETS.keySet()) {
            table = Recast.column(table, column, (_, cell) -> CapabilityWords.counted(cell));
        }
        return table;
    }

    private static Map<String, Function<ThreadTable.Row, String>> tooltips(
            BenchSelection selection) {
        var tooltips = new HashMap<String, Function<ThreadTable.Row, String>>();
        SETS.forEach(
                (column, set) ->
                        tooltips.put(
                                column,
                                row ->
                                        credentials(row)
                                                .map(set)
                                                .map(CapabilitySet::names)
                                                .map(
                                                        names ->
                                                                CapabilityWords.told(
                                                                        names, engine(selection)))
                                                .orElse("")));
        return tooltips;
    }

    private static Engine engine(BenchSelection selection) {
        return selection
                .checkpoint()
                .get()
                .map(checkpoint -> checkpoint.container().engine())
                .orElse(Engine.UNKNOWN);
    }

    private static Optional<Credentials> credentials(ThreadTable.Row row) {
        return row.thread().core().found().flatMap(ThreadCore::credentials);
    }

    private static GridLook<ThreadTable.Row> look() {
        return GridLook.<ThreadTable.Row>of(
                        ID,
                        "Credentials",
                        List.of(
                                "pid",
                                "tid",
                                "uid",
                                "euid",
                                "gid",
                                "egid",
                                "effective",
                                "seccomp",
                                "noNewPrivileges",
                                "lsm",
                                "socketLabel",
                                "groups",
                                "permitted",
                                "bounding",
                                "inheritable",
                                "ambient",
                                "suid",
                                "fsuid",
                                "sgid",
                                "fsgid",
                                "secureBits"))
                .withOnDemand(Set.of("suid", "fsuid", "sgid", "fsgid", "secureBits", "socketLabel"))
                .withWidths(
                        Map.ofEntries(
                                Map.entry("pid", 52),
                                Map.entry("tid", 52),
                                Map.entry("uid", 56),
                                Map.entry("euid", 56),
                                Map.entry("suid", 56),
                                Map.entry("fsuid", 56),
                                Map.entry("gid", 56),
                                Map.entry("egid", 56),
                                Map.entry("sgid", 56),
                                Map.entry("fsgid", 56),
                                Map.entry("groups", 110),
                                Map.entry("seccomp", 80),
                                Map.entry("noNewPrivileges", 140),
                                Map.entry("lsm", 120),
                                Map.entry("socketLabel", 120),
                                Map.entry("effective", 320),
                                Map.entry("permitted", 200),
                                Map.entry("bounding", 200),
                                Map.entry("inheritable", 160),
                                Map.entry("ambient", 160),
                                Map.entry("secureBits", 96)))
                .withIcon("tid", _ -> Optional.of("thread"))
                .withInks(Map.of("effective", CredentialsView::ink))
                .withContextMenu(MenuItem.list(BenchCommands.REVEAL_MEMORY));
    }

    /// With this capability a thread is as good as outside of its container.
    private static Optional<String> ink(ThreadTable.Row row) {
        return credentials(row)
                .map(Credentials::effective)
                .map(CapabilitySet::names)
                .filter(names -> names.contains(POWERFUL))
                .map(_ -> "ink-warning");
    }
}
