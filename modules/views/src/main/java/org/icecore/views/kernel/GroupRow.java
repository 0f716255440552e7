package org.icecore.views.kernel;

import java.util.List;
import org.icecore.checkpoint.cgroup.Cgroup;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Location;

/// A row of the tree of control groups.
public sealed interface GroupRow {
    /// Where it is said.
    Location at();

    /// A group in one hierarchy, and the threads that sat in it.
    ///
    /// @param hidden leading characters of the path that the cgroup namespace of the threads hides
    /// @param settings what its files said
    record Group(
            String controllers,
            String path,
            long hidden,
            List<Pid> threads,
            List<GroupRow> settings,
            Location at)
            implements GroupRow {
        public Group {
            threads = List.copyOf(threads);
            settings = List.copyOf(settings);
        }
    }

    /// A file of a group.
    record Setting(Cgroup.Setting file, Location at) implements GroupRow {}
}
