package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.Task;

/// Who holds an open file: by a descriptor, by running it, by mapping it.
final class FileHolders {

    private final Map<FileId, List<String>> holders = new HashMap<>();

    private FileHolders() {}

    static FileHolders of(Checkpoint checkpoint) {
        var found = new FileHolders();
        checkpoint.tasks().all().forEach(found::add);
        return found;
    }

    /// In the order of the tasks; descriptors first, then the executable, then mappings.
    List<String> of(FileId file) {
        return holders.getOrDefault(file, List.of());
    }

    private void add(Task task) {
        task.descriptors()
                .found()
                .orElse(List.of())
                .forEach(
                        descriptor ->
                                put(
                                        descriptor.id(),
                                        "%s fd %s".formatted(task.pid(), descriptor.fd())));
        task.executable().found().map(OpenFile::id).ifPresent(id -> put(id, task.pid() + " exe"));
        task.memory()
                .found()
                .ifPresent(
                        memory ->
                                memory.vmas()
                                        .forEach(
                                                vma ->
                                                        put(
                                                                vma.file().map(OpenFile::id),
                                                                "%s mapping %s"
                                                                        .formatted(
                                                                                task.pid(),
                                                                                vma.start()))));
    }

    private void put(Optional<FileId> file, String holder) {
        file.ifPresent(id -> put(id, holder));
    }

    private void put(FileId file, String holder) {
        holders.computeIfAbsent(file, _ -> new ArrayList<>()).add(holder);
    }
}
