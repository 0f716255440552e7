package org.icecore.app.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.MemberKey;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.quickaccess.QuickAccessItem;
import org.icecore.workbench.quickaccess.QuickAccessProvider;

/// What Quick Access finds: tasks, mappings, open files and members of the selected checkpoint, addresses in all open
/// ones.
final class Finders {
    private static final String SOURCE = "quick-access";

    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;

    Finders(WorkbenchServices services, Bench bench, BenchSelection selection) {
        this.services = services;
        this.bench = bench;
        this.selection = selection;
    }

    List<QuickAccessProvider> all() {
        return List.of(
                new Addresses(),
                QuickAccessProvider.of("Tasks", this::tasks),
                QuickAccessProvider.of("Open Files", this::files),
                QuickAccessProvider.of("Mappings of the task", this::mappings),
                QuickAccessProvider.of("Members", this::members));
    }

    private Optional<Checkpoint> checkpoint() {
        return selection.checkpoint().get();
    }

    private List<QuickAccessItem> tasks() {
        var items = new ArrayList<QuickAccessItem>();
        for (var checkpoint : checkpoint().stream().toList()) {
            for (var task : checkpoint.tasks().all()) {
                var title = "%s %s".formatted(task.pid(), task.comm());
                var ref = new ArtefactRef.OfTask(checkpoint.id(), task.pid());
                items.add(item(title, task.title(), ref).withIcon("task-alive"));
            }
        }
        return items;
    }

    private List<QuickAccessItem> files() {
        var items = new ArrayList<QuickAccessItem>();
        for (var checkpoint : checkpoint().stream().toList()) {
            for (var file : checkpoint.files()) {
                var ref = new ArtefactRef.OfOpenFile(checkpoint.id(), file.id());
                items.add(item(file.target(), file.kind(), ref));
            }
        }
        return items;
    }

    private List<QuickAccessItem> mappings() {
        var items = new ArrayList<QuickAccessItem>();
        var space = selection.task().get().flatMap(task -> task.memory().found());
        if (checkpoint().isEmpty() || space.isEmpty()) {
            return items;
        }
        var pid = selection.task().get().orElseThrow().pid();
        for (var vma : space.get().vmas()) {
            var title = "%s %s".formatted(vma.title(), vma.range());
            var ref = new ArtefactRef.OfVma(checkpoint().get().id(), pid, vma.start());
            items.add(item(title, vma.protection().toString(), ref).withIcon("mapping"));
        }
        return items;
    }

    private List<QuickAccessItem> members() {
        var items = new ArrayList<QuickAccessItem>();
        for (var checkpoint : checkpoint().stream().toList()) {
            for (var member : checkpoint.members()) {
                items.add(member(checkpoint, member.member().name()));
            }
        }
        return items;
    }

    private QuickAccessItem member(Checkpoint checkpoint, String name) {
        Runnable open =
                () -> {
                    selection.select(SOURCE, new ArtefactRef.OfMember(checkpoint.id(), name));
                    services.parts().openEditor(new MemberKey(checkpoint.id(), name));
                };
        return QuickAccessItem.of(name, "", open).withIcon("member");
    }

    private QuickAccessItem item(String title, String detail, ArtefactRef ref) {
        return QuickAccessItem.of(title, detail, () -> selection.select(SOURCE, ref));
    }

    /// An address, written in hexadecimal: in the selected task, and wherever else on the bench it is mapped. Digits
    /// without `0x` may be something else, and are an address only where it is mapped.
    private final class Addresses implements QuickAccessProvider {
        private static final int MOST = 30;

        @Override
        public String title() {
            return "Memory";
        }

        @Override
        public List<QuickAccessItem> find(String query, BooleanSupplier cancelled) {
            var text = query.strip();
            var found = new ArrayList<QuickAccessItem>();
            var prefixed = text.matches("0[xX][0-9a-fA-F]{1,16}");
            if (!prefixed && !text.matches("[0-9a-fA-F]{8,16}")) {
                return found;
            }
            var address = VirtualAddress.parse(prefixed ? text : "0x" + text);
            if (address.value() == -1) {
                // No range can hold the very last byte, and no kernel maps it.
                return found;
            }
            var selected = selection.task().get();
            var own = checkpoint().flatMap(there -> selected.map(task -> at(there, task, address)));
            var mapped = selected.filter(task -> isMapped(task, address)).isPresent();
            own.filter(_ -> mapped).ifPresent(found::add);
            checkpoint().ifPresent(there -> addMapped(there, address, selected, found));
            for (var item : bench.open()) {
                item.checkpoint()
                        .filter(each -> checkpoint().filter(there -> there == each).isEmpty())
                        .ifPresent(each -> addMapped(each, address, selected, found));
            }
            // Where it is mapped counts for more than what lies near it in the selected task.
            var nearest = own.filter(_ -> prefixed && !mapped);
            var most = nearest.isPresent() ? MOST - 1 : MOST;
            var shown = new ArrayList<>(found.subList(0, Math.min(most, found.size())));
            nearest.ifPresent(shown::add);
            return shown;
        }

        private static boolean isMapped(Task task, VirtualAddress address) {
            return task.memory().found().flatMap(space -> space.vma(address.value())).isPresent();
        }

        private void addMapped(
                Checkpoint checkpoint,
                VirtualAddress address,
                Optional<Task> selected,
                List<QuickAccessItem> found) {
            for (var task : checkpoint.tasks().all()) {
                if (isMapped(task, address)
                        && selected.filter(chosen -> chosen == task).isEmpty()) {
                    found.add(at(checkpoint, task, address));
                }
            }
        }

        private QuickAccessItem at(Checkpoint checkpoint, Task task, VirtualAddress address) {
            var what =
                    task.memory()
                            .found()
                            .flatMap(space -> space.vma(address.value()))
                            .map(vma -> "%s %s".formatted(vma.protection(), vma.title()))
                            .orElse("not mapped: the nearest mapping");
            var where = "%s, task %s, %s".formatted(checkpoint.id(), task.pid(), what);
            var byteThere = AddressRange.of(address.value(), 1);
            var ref = new ArtefactRef.OfMemory(checkpoint.id(), task.pid(), byteThere);
            Runnable reveal =
                    () -> {
                        selection.select(SOURCE, ref);
                        services.commands().execute(BenchCommands.REVEAL_MEMORY);
                    };
            return QuickAccessItem.of(address.toString(), where, reveal).withIcon("hex");
        }
    }
}
