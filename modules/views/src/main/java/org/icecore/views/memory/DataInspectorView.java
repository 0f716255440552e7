package org.icecore.views.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.GoesTo;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.desk.CaretBytes;
import org.icecore.views.desk.DeskCommands;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.View;
import org.icecore.workbench.selection.Selection;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.TableSetup;

/// The bytes at the caret of a memory editor, read as numbers, pointers, text and times. Enter follows a pointer.
public final class DataInspectorView implements View {
    /// Its id.
    public static final String ID = "data-inspector";

    private static final String SELECT = "Put the caret on a byte of memory to see what it means.";

    private final Function<CheckpointId, Optional<Checkpoint>> checkpoints;
    private final WorkbenchServices services;
    private final DenseTable<Reading> table;
    private final PlaceholderPane pane;
    private final Subscription subscription;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private Optional<ArtefactRef.OfMemory> shown = Optional.empty();

    /// @param checkpoints the open checkpoints by their ids
    public DataInspectorView(
            Function<CheckpointId, Optional<Checkpoint>> checkpoints, WorkbenchServices services) {
        this.checkpoints = checkpoints;
        this.services = services;
        table =
                new DenseTable<>(
                        TableSetup.of(
                                ID,
                                "Data inspector",
                                List.of(
                                        Column.text("type", "Type", 70, Reading::type),
                                        Column.text("little", "Little endian", 206, Reading::little)
                                                .monospaced()
                                                .withTooltip(Reading::little)
                                                .withInk(reading -> ink(reading.little(), reading)),
                                        Column.text("big", "Big endian", 206, Reading::big)
                                                .monospaced()
                                                .withTooltip(Reading::big)
                                                .withInk(reading -> ink(reading.big(), reading))),
                                services.menus(),
                                services.icons(),
                                services.preferences()));
        table.onOpen(this::open);
        pane = new PlaceholderPane(table, new ViewState.NothingSelected(SELECT));
        subscription = services.selection().current().subscribe(this::follow);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        table.focusRows();
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(DeskCommands.FIND, Handler.of(table::openFilter));
    }

    @Override
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
    }

    DenseTable<Reading> table() {
        return table;
    }

    private static Optional<String> ink(String text, Reading reading) {
        return text.equals("??")
                ? Optional.of("ink-not-captured")
                : reading.target().map(_ -> "ink-accent");
    }

    private void follow(Selection selection) {
        switch (selection.value().orElse("")) {
            case ArtefactRef.OfMemory memory ->
                    show(memory.checkpoint(), memory.pid(), memory.range().start());
            case ArtefactRef.OfVma(var id, var pid, var start) -> show(id, pid, start.value());
            default -> {
                shown = Optional.empty();
                status.set("");
                pane.state(new ViewState.NothingSelected(SELECT));
            }
        }
    }

    private void show(CheckpointId id, Pid pid, long address) {
        var memory =
                checkpoints
                        .apply(id)
                        .flatMap(open -> open.tasks().find(pid))
                        .flatMap(task -> task.memory().found());
        if (memory.isEmpty()) {
            pane.state(
                    new ViewState.Empty(
                            "Pid %s of %s has no memory that could be read.".formatted(pid, id)));
            return;
        }
        shown =
                Optional.of(
                        new ArtefactRef.OfMemory(
                                id,
                                pid,
                                org.icecore.checkpoint.memory.AddressRange.of(address, 1)));
        status.set("pid %s  \u00b7  0x%x".formatted(pid, address));
        table.show(readings(memory.get(), address));
        pane.state(new ViewState.Ready());
    }

    private static List<Reading> readings(AddressSpace memory, long address) {
        return new Inspection(CaretBytes.of(memory, address), memory::vma).readings();
    }

    private void open(Reading reading) {
        shown.ifPresent(at -> reading.target().ifPresent(target -> pursue(at, target)));
    }

    private void pursue(ArtefactRef.OfMemory at, VirtualAddress target) {
        services.parts()
                .openEditor(new MemoryKey(at.checkpoint(), at.pid(), target))
                .ifPresent(
                        editor -> {
                            if (editor instanceof GoesTo memory) {
                                memory.goTo(target);
                            }
                        });
    }
}
