package org.icecore.app.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.MemberKey;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.quickaccess.QuickAccessItem;
import org.icecore.workbench.quickaccess.QuickAccessProvider;

/// What Quick Access finds in the selected checkpoint: tasks, mappings, open files, addresses, members.
final class Finders {
    private static final String SOURCE = "quick-access";

    private final WorkbenchServices services;
    private final BenchSelection selection;

    Finders(WorkbenchServices services, BenchSelection selection) {
        this.services = services;
        this.selection = selection;
    }

    List<QuickAccessProvider> all() {
        return List.of(
                new Addresses(),
                QuickAccessProvider.of(
                        "Tasks",
                        () ->
                                checkpoint().stream()
                                        .flatMap(
                                                checkpoint ->
                                                        checkpoint.tasks().all().stream()
                                                                .map(
                                                                        task ->
                                                                                task(
                                                                                        checkpoint,
                                                                                        task)))
                                        .toList()),
                QuickAccessProvider.of(
                        "Open Files",
                        () ->
                                checkpoint().stream()
                                        .flatMap(
                                                checkpoint ->
                                                        checkpoint.files().stream()
                                                                .map(
                                                                        file ->
                                                                                item(
                                                                                        file
                                                                                                .target(),
                                                                                        file.kind(),
                                                                                        new ArtefactRef
                                                                                                .OfOpenFile(
                                                                                                checkpoint
                                                                                                        .id(),
                                                                                                file
                                                                                                        .id()))))
                                        .toList()),
                QuickAccessProvider.of("Mappings of the task", this::mappings),
                QuickAccessProvider.of(
                        "Members",
                        () ->
                                checkpoint().stream()
                                        .flatMap(
                                                checkpoint ->
                                                        checkpoint.members().stream()
                                                                .map(
                                                                        member ->
                                                                                member(
                                                                                        checkpoint,
                                                                                        member.member()
                                                                                                .name())))
                                        .toList()));
    }

    private List<Checkpoint> checkpoint() {
        return selection.checkpoint().get().stream().toList();
    }

    private QuickAccessItem task(Checkpoint checkpoint, Task task) {
        return item(
                        "%s %s".formatted(task.pid(), task.comm()),
                        task.title(),
                        new ArtefactRef.OfTask(checkpoint.id(), task.pid()))
                .withIcon("task-alive");
    }

    private List<QuickAccessItem> mappings() {
        var items = new ArrayList<QuickAccessItem>();
        checkpoint()
                .forEach(
                        checkpoint ->
                                selection
                                        .task()
                                        .get()
                                        .ifPresent(
                                                task ->
                                                        task.memory()
                                                                .found()
                                                                .ifPresent(
                                                                        space ->
                                                                                space.vmas()
                                                                                        .forEach(
                                                                                                vma ->
                                                                                                        items
                                                                                                                .add(
                                                                                                                        item(
                                                                                                                                        "%s %s"
                                                                                                                                                .formatted(
                                                                                                                                                        vma
                                                                                                                                                                .title(),
                                                                                                                                                        vma
                                                                                                                                                                .range()),
                                                                                                                                        vma.protection()
                                                                                                                                                .toString(),
                                                                                                                                        new ArtefactRef
                                                                                                                                                .OfVma(
                                                                                                                                                checkpoint
                                                                                                                                                        .id(),
                                                                                                                                                task
                                                                                                                                                        .pid(),
                                                                                                                                                vma
                                                                                                                                                        .start()))
                                                                                                                                .withIcon(
                                                                                                                                        "mapping"))))));
        return items;
    }

    private QuickAccessItem member(Checkpoint checkpoint, String name) {
        return QuickAccessItem.of(
                        name,
                        "",
                        () -> {
                            selection.select(
                                    SOURCE, new ArtefactRef.OfMember(checkpoint.id(), name));
                            services.parts().openEditor(new MemberKey(checkpoint.id(), name));
                        })
                .withIcon("member");
    }

    private QuickAccessItem item(String title, String detail, ArtefactRef ref) {
        return QuickAccessItem.of(title, detail, () -> selection.select(SOURCE, ref));
    }

    /// Addresses of the selected task, written in hexadecimal.
    private final class Addresses implements QuickAccessProvider {
        @Override
        public String title() {
            return "Memory";
        }

        @Override
        public List<QuickAccessItem> find(String query, BooleanSupplier cancelled) {
            var text = query.strip();
            if (!text.matches("0[xX][0-9a-fA-F]{1,16}")) {
                return List.of();
            }
            var address = VirtualAddress.parse(text);
            return checkpoint().stream()
                    .flatMap(
                            checkpoint ->
                                    selection.task().get().stream()
                                            .map(task -> at(checkpoint, task, address)))
                    .toList();
        }

        private QuickAccessItem at(Checkpoint checkpoint, Task task, VirtualAddress address) {
            var what =
                    task.memory()
                            .found()
                            .flatMap(space -> space.vma(address.value()))
                            .map(vma -> "%s %s".formatted(vma.protection(), vma.title()))
                            .orElse("not mapped");
            return QuickAccessItem.of(
                            address.toString(),
                            "task %s, %s".formatted(task.pid(), what),
                            () -> {
                                selection.select(
                                        SOURCE,
                                        new ArtefactRef.OfMemory(
                                                checkpoint.id(),
                                                task.pid(),
                                                new AddressRange(
                                                        address.value(), address.value() + 1)));
                                services.commands().execute(BenchCommands.REVEAL_MEMORY);
                            })
                    .withIcon("hex");
        }
    }
}
