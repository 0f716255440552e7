package org.icecore.app.desktop;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.DigestState;
import org.icecore.views.bench.GoesTo;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.compare.MemoryCompareKey;
import org.icecore.views.memory.MemoryStart;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.log.Severity;

/// What the commands of the program do.
final class DesktopActions {
    private final Stage stage;
    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;
    private final DesktopParts parts;

    DesktopActions(
            Stage stage,
            WorkbenchServices services,
            Bench bench,
            BenchSelection selection,
            DesktopParts parts) {
        this.stage = stage;
        this.services = services;
        this.bench = bench;
        this.selection = selection;
        this.parts = parts;
    }

    void exit() {
        stage.close();
    }

    void openOverview() {
        selection.item().get().ifPresent(item -> services.parts().openEditor(item.id()));
    }

    void copyPath() {
        selection.item().get().ifPresent(item -> copy(item.path().toString()));
    }

    void copyDigest() {
        selection
                .item()
                .get()
                .ifPresent(
                        item -> {
                            switch (item.sha256().get()) {
                                case DigestState.Known(var digest) -> copy(digest.hex());
                                case DigestState.Awaited _, DigestState.Computing _ ->
                                        tell(
                                                "The SHA-256 of %s is not computed yet."
                                                        .formatted(item.fileName()));
                                case DigestState.Unavailable(var reason) ->
                                        tell(
                                                "There is no SHA-256 of %s: %s"
                                                        .formatted(item.fileName(), reason));
                            }
                        });
    }

    /// Opens the memory of the selected task where the selection points to.
    void revealMemory() {
        selection
                .task()
                .get()
                .ifPresent(
                        task ->
                                selection
                                        .checkpoint()
                                        .get()
                                        .ifPresent(
                                                checkpoint -> {
                                                    var wanted = address();
                                                    var first =
                                                            task.memory()
                                                                    .found()
                                                                    .flatMap(MemoryStart::of);
                                                    if (first.isEmpty()) {
                                                        tell(
                                                                "Task %s has no memory in the checkpoint."
                                                                        .formatted(task.pid()));
                                                        return;
                                                    }
                                                    var both =
                                                            parts.comparison()
                                                                    .current()
                                                                    .getValue()
                                                                    .filter(
                                                                            comparison ->
                                                                                    isOf(
                                                                                            comparison,
                                                                                            checkpoint
                                                                                                    .id()))
                                                                    .flatMap(
                                                                            comparison ->
                                                                                    comparison.task(
                                                                                            task
                                                                                                    .pid()));
                                                    Object key =
                                                            both.filter(
                                                                                    pair ->
                                                                                            pair.memory()
                                                                                                    .isPresent())
                                                                            .isPresent()
                                                                    ? new MemoryCompareKey(
                                                                            task.pid())
                                                                    : new MemoryKey(
                                                                            checkpoint.id(),
                                                                            task.pid(),
                                                                            wanted.orElse(
                                                                                    first.get()));
                                                    services.parts()
                                                            .openEditor(key)
                                                            .ifPresent(
                                                                    editor -> {
                                                                        if (editor
                                                                                instanceof
                                                                                GoesTo memory) {
                                                                            wanted.ifPresent(
                                                                                    memory::goTo);
                                                                        }
                                                                    });
                                                }));
    }

    private static boolean isOf(Comparison comparison, CheckpointId id) {
        return comparison.before().id().equals(id) || comparison.after().id().equals(id);
    }

    /// The address that the selection names.
    private Optional<VirtualAddress> address() {
        return selection
                .ref()
                .get()
                .flatMap(
                        ref ->
                                switch (ref) {
                                    case ArtefactRef.OfVma(_, _, var start) -> Optional.of(start);
                                    case ArtefactRef.OfMemory(_, _, var range) ->
                                            Optional.of(new VirtualAddress(range.start()));
                                    case ArtefactRef.OfCheckpoint _,
                                            ArtefactRef.OfTask _,
                                            ArtefactRef.OfThread _,
                                            ArtefactRef.OfDescriptor _,
                                            ArtefactRef.OfOpenFile _,
                                            ArtefactRef.OfMount _,
                                            ArtefactRef.OfRootfsEntry _,
                                            ArtefactRef.OfMember _,
                                            ArtefactRef.OfImageEntry _ ->
                                            Optional.<VirtualAddress>empty();
                                });
    }

    /// Compares two of the open items: those two if there are no others, else the comparison asks which.
    void choosePair() {
        var open = bench.open();
        if (open.size() == 2) {
            bench.compare(open.getFirst(), open.getLast());
            parts.comparison().show();
        } else if (open.size() > 2) {
            parts.comparison().show();
        } else {
            tell("Open two checkpoints to compare them.");
        }
    }

    void about() {
        var about = new Alert(Alert.AlertType.INFORMATION);
        about.initOwner(stage);
        about.setTitle("About Icecore");
        about.setHeaderText("Icecore " + version());
        about.setContentText(
                """
                A forensic workbench for container checkpoints. It reads evidence and never writes to it.

                Licensed under the Apache License, Version 2.0.""");
        services.themes().style(about.getDialogPane().getScene(), List.of());
        about.show();
    }

    void tell(String notice) {
        services.errorLog().report(Severity.NOTICE, notice, "");
    }

    /// The version of the program.
    static String version() {
        return Optional.ofNullable(DesktopActions.class.getModule().getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .orElse("of unknown version");
    }

    static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
