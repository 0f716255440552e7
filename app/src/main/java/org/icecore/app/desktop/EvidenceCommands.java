package org.icecore.app.desktop;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.icecore.views.archive.ArchiveView;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.images.ImageCommands;
import org.icecore.views.images.ImageDeeds;
import org.icecore.views.kernel.OtherEnd;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;

/// What is done with what is selected: a checkpoint, a task, a file in it, an image.
final class EvidenceCommands {
    private final WorkbenchServices services;
    private final BenchSelection selection;
    private final DesktopParts parts;
    private final DesktopActions actions;

    EvidenceCommands(
            WorkbenchServices services,
            BenchSelection selection,
            DesktopParts parts,
            DesktopActions actions) {
        this.services = services;
        this.selection = selection;
        this.parts = parts;
        this.actions = actions;
    }

    void contribute(CommandList list) {
        selected(list);
        storedFiles(list);
        images(list);
    }

    private void selected(CommandList list) {
        ObservableValue<Boolean> any = selection.item().map(Optional::isPresent);
        ObservableValue<Boolean> open = selection.checkpoint().map(Optional::isPresent);
        list.add(
                "shortcut+shift+o o",
                CommandList.command(
                        BenchCommands.OPEN_OVERVIEW,
                        "Evidence",
                        "Open Overview",
                        "Shows the selected checkpoint at a glance",
                        "checkpoint"),
                Handler.of(actions::openOverview, any));
        list.add(
                "shortcut+shift+y p",
                CommandList.command(
                        BenchCommands.COPY_PATH,
                        "Evidence",
                        "Copy Path",
                        "Copies the path of the selected checkpoint's file",
                        "copy-path"),
                Handler.of(actions::copyPath, any));
        list.add(
                "shortcut+shift+y s",
                CommandList.command(
                        BenchCommands.COPY_DIGEST,
                        "Evidence",
                        "Copy SHA-256",
                        "Copies the digest of the selected checkpoint's file",
                        "copy-digest"),
                Handler.of(actions::copyDigest, open));
        list.add(
                "f4",
                CommandList.command(
                        BenchCommands.REVEAL_MEMORY,
                        "Navigate",
                        "Show Memory",
                        "Shows the bytes of the selected task, mapping or range",
                        "hex"),
                Handler.of(actions::revealMemory, selection.task().map(Optional::isPresent)));
        list.add(
                "shortcut+shift+a",
                CommandList.command(
                        BenchCommands.ALL_TASKS,
                        "Evidence",
                        "Of All Tasks",
                        "Shows what all tasks have, or the selected task alone: at once in Open Files, Sockets, Peers, Queues,"
                                + " Signals, Timers, Locks, Watches and Traits",
                        "scope-all"),
                Handler.toggle(
                        () -> parts.ofAllTasks().set(!parts.ofAllTasks().get()),
                        parts.ofAllTasks()));
        list.add(
                "f7",
                CommandList.command(
                        BenchCommands.OTHER_END,
                        "Navigate",
                        "Step to Other End",
                        "Selects who holds the other end of the selected pipe, connection or terminal",
                        "other-end"),
                new OtherEnd(selection, services.jobs(), actions::tell).handler());
    }

    private void storedFiles(CommandList list) {
        var files = parts.files();
        for (var command : StoredFileCommands.all()) {
            switch (command.id()) {
                case StoredFileCommands.OPEN ->
                        storedFile(list, "shortcut+shift+o f", command, files::open);
                case StoredFileCommands.COPY_DIGEST ->
                        storedFile(list, "shortcut+shift+y f", command, files::copyDigest);
                case StoredFileCommands.SAVE ->
                        storedFile(list, "shortcut+shift+s", command, files::save);
                default -> throw new IllegalStateException("no deed for " + command.id());
            }
        }
    }

    private void storedFile(CommandList list, String keys, Command command, Runnable deed) {
        list.add(keys, command, Handler.of(deed, parts.files().possible()));
    }

    /// The editor of an image handles the others.
    private void images(CommandList list) {
        var deeds = new ImageDeeds(selection, services.parts());
        for (var command : ImageCommands.all()) {
            switch (command.id()) {
                case ImageCommands.OPEN -> list.add(command, deeds.open());
                case ImageCommands.REVEAL -> list.add(command, deeds.reveal());
                case ImageCommands.REVEAL_MEMBER ->
                        list.add(command, deeds.revealMember(ArchiveView.ID));
                default -> list.add(command);
            }
        }
        list.keys(ImageCommands.keys());
    }
}
