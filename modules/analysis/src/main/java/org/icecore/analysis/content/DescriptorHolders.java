package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.task.Task;

/// The descriptors through which tasks hold open files.
final class DescriptorHolders {

    private final Map<FileId, List<Held>> holders = new HashMap<>();

    /// A place in the table of a task.
    private record Held(Task task, int place) {

        private DescriptorTable.Row row() {
            return DescriptorTable.rows(task).get(place);
        }
    }

    private DescriptorHolders() {}

    /// @param files that are asked for: of the others nothing is held
    static DescriptorHolders of(Checkpoint checkpoint, Set<FileId> files) {
        var found = new DescriptorHolders();
        for (var task : checkpoint.tasks().all()) {
            var place = 0;
            for (var row : DescriptorTable.rows(task)) {
                var file = row.descriptor().id();
                if (files.contains(file)) {
                    found.holders
                            .computeIfAbsent(file, _ -> new ArrayList<>())
                            .add(new Held(task, place));
                }
                place++;
            }
        }
        return found;
    }

    /// In the order of the tasks.
    List<DescriptorTable.Row> of(FileId file) {
        return Told.of(holders.getOrDefault(file, List.of()), Held::row);
    }

    /// `10 fd 17`.
    static String name(DescriptorTable.Row row) {
        return "%s fd %s".formatted(row.task().pid(), row.descriptor().fd());
    }
}
