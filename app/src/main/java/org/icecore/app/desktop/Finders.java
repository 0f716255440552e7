package org.icecore.app.desktop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.result.FileIcons;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.quickaccess.QuickAccessItem;
import org.icecore.workbench.quickaccess.QuickAccessProvider;

/// What Quick Access finds in all open checkpoints: tasks, mappings, open files, members and addresses.
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
                new TaskFinder("Tasks", bench, selection, this::task),
                new TaskFinder("Open Files", bench, selection, this::files, this::otherFiles),
                new TaskFinder("Mappings", bench, selection, this::mappings),
                new TaskFinder("Members", bench, selection, (_, _) -> {}, this::members));
    }

    private Optional<Checkpoint> checkpoint() {
        return selection.checkpoint().get();
    }

    private void task(TaskFinder.Place place, Offers offers) {
        var task = place.task();
        var title = task.pid() + " " + task.comm();
        var ref = new ArtefactRef.OfTask(place.checkpoint().id(), task.pid());
        offers.consider(
                title,
                offers.beside(place.toldOf()),
                place.nearness(),
                () -> item(title, place.words() + ", " + task.title(), ref).withIcon("task-alive"));
    }

    /// By the descriptors: each task that has a file open is where an examiner may want to go.
    private void files(TaskFinder.Place place, Offers offers) {
        var beside = offers.beside(place.toldOf());
        for (var descriptor : place.task().descriptors().found().orElse(List.of())) {
            descriptor
                    .file()
                    .found()
                    .ifPresent(file -> file(place, descriptor, file, beside, offers));
        }
    }

    /// Files that no descriptor holds: programs, working folders, what is mapped.
    private void otherFiles(
            Checkpoint checkpoint, String where, Offers.Nearness nearness, Offers offers) {
        var held = new HashSet<FileId>();
        var beside = offers.beside(where);
        for (var task : checkpoint.tasks().all()) {
            task.descriptors().found().orElse(List.of()).forEach(each -> held.add(each.id()));
        }
        for (var file : checkpoint.files()) {
            if (!held.contains(file.id())) {
                var ref = new ArtefactRef.OfOpenFile(checkpoint.id(), file.id());
                var detail = where + file.kind() + ", no descriptor";
                offers.consider(
                        file.target(),
                        beside,
                        nearness,
                        () -> item(file.target(), detail, ref).withIcon(FileIcons.of(file)));
            }
        }
    }

    private void file(
            TaskFinder.Place place,
            FileDescriptor descriptor,
            OpenFile file,
            String beside,
            Offers offers) {
        var title = file.target();
        offers.consider(
                title,
                beside,
                place.nearness(),
                () -> {
                    var fd = descriptor.fd();
                    var ref =
                            new ArtefactRef.OfDescriptor(
                                    place.checkpoint().id(), place.task().pid(), fd);
                    var detail = "%s, fd %s, %s".formatted(place.words(), fd, file.kind());
                    return item(title, detail, ref).withIcon(FileIcons.of(file));
                });
    }

    private void mappings(TaskFinder.Place place, Offers offers) {
        var beside = offers.beside(place.toldOf());
        for (var vma : place.task().memory().found().map(AddressSpace::vmas).orElse(List.of())) {
            var title = vma.title() + " " + vma.range();
            offers.consider(title, beside, place.nearness(), () -> mapping(place, vma, title));
        }
    }

    private QuickAccessItem mapping(TaskFinder.Place place, Vma vma, String title) {
        var ref = new ArtefactRef.OfVma(place.checkpoint().id(), place.task().pid(), vma.start());
        return item(title, place.words() + ", " + vma.protection(), ref).withIcon("mapping");
    }

    private void members(
            Checkpoint checkpoint, String where, Offers.Nearness nearness, Offers offers) {
        var beside = offers.beside(where);
        for (var member : checkpoint.members()) {
            var name = member.member().name();
            var detail = where + "member, " + CellText.size(member.member().size());
            offers.consider(name, beside, nearness, () -> member(checkpoint.id(), name, detail));
        }
    }

    private QuickAccessItem member(CheckpointId checkpoint, String name, String detail) {
        Runnable open =
                () -> {
                    selection.select(SOURCE, new ArtefactRef.OfMember(checkpoint, name));
                    services.parts().openEditor(new MemberKey(checkpoint, name));
                };
        return QuickAccessItem.of(name, detail, open).withIcon("member");
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
