package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.Task;

/// Descriptors and open files.
final class FileProperties {
    private FileProperties() {}

    static PropertySheet of(Checkpoint checkpoint, Task task, FileDescriptor descriptor) {
        var groups = new ArrayList<PropertySheet.Group>();
        groups.add(
                GroupBuilder.open("Descriptor")
                        .plain("Fd", descriptor.fd())
                        .plain("Task", "%s %s".formatted(task.pid(), task.comm()))
                        .plain("Close on exec", descriptor.closeOnExec() ? "yes" : "no")
                        .optional("Signals", new DescriptorTable.Row(task, descriptor).signals())
                        .plain("File id", descriptor.id())
                        .location(descriptor.at())
                        .build());
        descriptor.file().found().ifPresent(file -> groups.addAll(groups(checkpoint, file)));
        descriptor
                .file()
                .absence()
                .ifPresent(
                        why ->
                                groups.add(
                                        GroupBuilder.open("Open file")
                                                .absent("Open file", why)
                                                .build()));
        return new PropertySheet(
                "fd %s%s"
                        .formatted(
                                descriptor.fd(),
                                descriptor
                                        .file()
                                        .found()
                                        .map(file -> " " + file.target())
                                        .orElse("")),
                groups);
    }

    static PropertySheet of(Checkpoint checkpoint, OpenFile file) {
        return new PropertySheet(
                "%s %s".formatted(file.kind(), file.target()), groups(checkpoint, file));
    }

    private static List<PropertySheet.Group> groups(Checkpoint checkpoint, OpenFile file) {
        var groups = new ArrayList<PropertySheet.Group>();
        var facts =
                GroupBuilder.open("Open file")
                        .plain("Kind", file.kind())
                        .code("Target", file.target())
                        .code("Link", file.link());
        file.flags().ifPresent(flags -> facts.plain("Flags", String.join("\n", flags.names())));
        new FileDetails(facts).add(file);
        groups.add(facts.plain("File id", file.id()).location(file.at()).build());
        groups.addAll(EndProperties.of(checkpoint, file));
        ghost(checkpoint, file).ifPresent(groups::add);
        groups.add(holders(checkpoint, file.id()));
        return groups;
    }

    private static Optional<PropertySheet.Group> ghost(Checkpoint checkpoint, OpenFile file) {
        return checkpoint
                .ghost(file)
                .map(
                        ghost ->
                                GroupBuilder.open("Content kept by the checkpoint")
                                        .size("Size", ghost.size())
                                        .code("Mode", "%06o".formatted(ghost.mode()))
                                        .plain("Owner", "%d:%d".formatted(ghost.uid(), ghost.gid()))
                                        .optional(
                                                "Modified", ghost.modified().map(CellText::moment))
                                        .optional(
                                                "Accessed", ghost.accessed().map(CellText::moment))
                                        .optional("Link target", ghost.linkTarget())
                                        .plain("Runs of content", ghost.chunks().size())
                                        .location(ghost.at())
                                        .build());
    }

    private static PropertySheet.Group holders(Checkpoint checkpoint, FileId id) {
        var group = GroupBuilder.open("Held by");
        for (var task : checkpoint.tasks().all()) {
            var name = "%s %s".formatted(task.pid(), task.comm());
            task.descriptors().found().orElse(List.of()).stream()
                    .filter(descriptor -> descriptor.id().equals(id))
                    .forEach(descriptor -> group.plain(name, "fd " + descriptor.fd()));
            task.memory().found().stream()
                    .flatMap(space -> space.vmas().stream())
                    .filter(vma -> vma.file().map(OpenFile::id).filter(id::equals).isPresent())
                    .forEach(
                            vma ->
                                    group.code(
                                            name,
                                            "%s %s".formatted(vma.range(), vma.protection())));
        }
        return group.build();
    }
}
