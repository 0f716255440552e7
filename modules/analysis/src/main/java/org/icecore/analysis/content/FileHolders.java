package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.task.Task;

/// Who holds an open file: by a descriptor, by running it, by mapping it.
final class FileHolders {

    private final Set<FileId> files;
    private final Map<FileId, List<String>> holders = new HashMap<>();

    private FileHolders(Set<FileId> files) {
        this.files = files;
    }

    /// @param files that are asked for: of the others nothing is held, and where there are none no task is looked through
    static FileHolders of(Checkpoint checkpoint, Set<FileId> files) {
        var found = new FileHolders(Set.copyOf(files));
        if (!files.isEmpty()) {
            checkpoint.tasks().all().forEach(found::add);
        }
        return found;
    }

    /// In the order of the tasks; descriptors first, then the executable, then mappings.
    List<String> of(FileId file) {
        return holders.getOrDefault(file, List.of());
    }

    private void add(Task task) {
        for (var descriptor : task.descriptors().found().orElse(List.of())) {
            put(descriptor.id(), () -> "%s fd %s".formatted(task.pid(), descriptor.fd()));
        }
        task.executable()
                .found()
                .map(OpenFile::id)
                .ifPresent(id -> put(id, () -> task.pid() + " exe"));
        for (var vma : task.memory().found().map(AddressSpace::vmas).orElse(List.of())) {
            vma.file()
                    .map(OpenFile::id)
                    .ifPresent(
                            id ->
                                    put(
                                            id,
                                            () ->
                                                    "%s mapping %s"
                                                            .formatted(task.pid(), vma.start())));
        }
    }

    private void put(FileId file, Supplier<String> holder) {
        if (files.contains(file)) {
            holders.computeIfAbsent(file, _ -> new ArrayList<>()).add(holder.get());
        }
    }
}
