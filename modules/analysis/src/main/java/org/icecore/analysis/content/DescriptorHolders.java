package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileId;

/// The descriptors through which tasks hold open files.
final class DescriptorHolders {

    private final Map<FileId, List<DescriptorTable.Row>> holders = new HashMap<>();

    private DescriptorHolders() {}

    static DescriptorHolders of(Checkpoint checkpoint) {
        var found = new DescriptorHolders();
        for (var row : DescriptorTable.rows(checkpoint.tasks().all())) {
            found.holders.computeIfAbsent(row.descriptor().id(), _ -> new ArrayList<>()).add(row);
        }
        return found;
    }

    /// In the order of the tasks.
    List<DescriptorTable.Row> of(FileId file) {
        return holders.getOrDefault(file, List.of());
    }

    /// `10 fd 17`.
    static String name(DescriptorTable.Row row) {
        return "%s fd %s".formatted(row.task().pid(), row.descriptor().fd());
    }
}
