package org.icecore.views.credentials;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.icecore.analysis.content.CredentialTable;
import org.icecore.analysis.content.ThreadTable;
import org.icecore.checkpoint.task.CapabilitySet;
import org.icecore.checkpoint.task.Credentials;
import org.icecore.checkpoint.task.ThreadCore;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.MenuItem;

/// User and group ids, capabilities, seccomp mode and security label of each thread.
public final class CredentialsView {
    /// Its id.
    public static final String ID = "credentials";

    private static final String POWERFUL = "CAP_SYS_ADMIN";

    private CredentialsView() {}

    /// The view.
    ///
    /// @param showProperties brings the properties of what is selected to the front
    public static QuestionView<ThreadTable.Row> of(
            CheckpointQuestion.Sight sight, Runnable showProperties) {
        return new CheckpointQuestion<>("credentials", CredentialTable::of, "No task has a thread.")
                .view(look(), sight, (_, _) -> showProperties.run(), List.of());
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
        return row.thread()
                .core()
                .found()
                .flatMap(ThreadCore::credentials)
                .map(Credentials::effective)
                .map(CapabilitySet::names)
                .filter(names -> names.contains(POWERFUL))
                .map(_ -> "ink-warning");
    }
}
