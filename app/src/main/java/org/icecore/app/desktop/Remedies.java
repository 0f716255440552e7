package org.icecore.app.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.evidence.Archive;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.DefectWords;
import org.icecore.views.bench.Remedy;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.dialog.FileChoice;
import org.icecore.workbench.log.Severity;

/// Supplies what is missing to evidence on the bench: the dump before it, or a higher limit.
final class Remedies {
    private static final String SOURCE = "supply";

    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;
    private final Predicate<BenchKey> isAbout;

    /// An editor and the item that it may be about.
    record BenchKey(Object key, BenchItem item) {}

    /// @param isAbout whether an editor shows something of an item
    Remedies(
            WorkbenchServices services,
            Bench bench,
            BenchSelection selection,
            Predicate<BenchKey> isAbout) {
        this.services = services;
        this.bench = bench;
        this.selection = selection;
        this.isAbout = isAbout;
    }

    /// Whether pages of the selected checkpoint lie in another dump.
    ObservableValue<Boolean> wanted() {
        return selected(item -> item.remedy() instanceof Remedy.SupplyParent);
    }

    /// Whether the selected evidence unpacks to more than is allowed.
    ObservableValue<Boolean> limited() {
        return selected(item -> item.remedy() instanceof Remedy.RaiseLimit);
    }

    private ObservableValue<Boolean> selected(Predicate<BenchItem> question) {
        ObservableValue<Optional<BenchItem>> item = selection.item();
        return Bindings.createBooleanBinding(
                () -> item.getValue().filter(question).isPresent(),
                item,
                item.flatMap(
                        found ->
                                found.<ObservableValue<?>>map(BenchItem::state)
                                        .orElseGet(selection::checkpoint)));
    }

    /// Asks for the parent of the selected checkpoint: for a folder where the checkpoint is one, else for an archive.
    void choose() {
        selection.item().get().filter(Remedies::lacks).ifPresent(this::choose);
    }

    private void choose(BenchItem item) {
        var title = "Supply the parent of " + item.id();
        var folder =
                item.checkpoint()
                        .filter(open -> open.archive().packing() == Archive.Packing.DIRECTORY)
                        .isPresent();
        var files = beside(item.path());
        var chosen =
                folder
                        ? files.folder(title).stream().toList()
                        : files.open(
                                title,
                                List.of(
                                        new FileChoice.Kind(
                                                "Checkpoint archives", EvidenceActions.PATTERNS),
                                        new FileChoice.Kind("All files", List.of("*"))));
        chosen.stream()
                .findFirst()
                .ifPresent(parent -> supply(item, parent, reason -> refused(item, reason)));
    }

    /// The parent of a dump lies beside it as a rule.
    private FileChoice beside(Path evidence) {
        return Optional.ofNullable(evidence.toAbsolutePath().getParent())
                .map(services.files()::startingIn)
                .orElse(services.files());
    }

    /// What to do with a refusal.
    interface Refusal {
        void of(String reason);
    }

    /// Gives what was dropped on the window to a checkpoint that lacks a parent; the selected one before others.
    ///
    /// @param otherwise opens it, if it is no parent
    /// @return whether one lacks a parent
    boolean take(List<Path> dropped, Runnable otherwise) {
        var lacking = new ArrayList<>(bench.items().stream().filter(Remedies::lacks).toList());
        if (dropped.size() != 1 || lacking.isEmpty()) {
            return false;
        }
        var first = selection.item().get().filter(lacking::contains).orElse(lacking.getFirst());
        supply(
                first,
                dropped.getFirst(),
                reason -> {
                    services.errorLog()
                            .report(
                                    Severity.NOTICE,
                                    "opened by itself: " + reason,
                                    dropped.getFirst().toString());
                    otherwise.run();
                });
        return true;
    }

    /// Supplies what had been supplied to an item when the program was last used, one after the other, as far as each still
    /// fits.
    ///
    /// @param then is done at the end
    void supplyAgain(BenchItem item, List<Path> parents, Runnable then) {
        if (parents.isEmpty() || !lacks(item)) {
            then.run();
            return;
        }
        supply(
                item,
                parents.getFirst(),
                reason -> {
                    services.errorLog()
                            .report(
                                    Severity.NOTICE,
                                    "what was supplied before is not used: " + reason,
                                    parents.getFirst().toString());
                    then.run();
                },
                () -> supplyAgain(item, parents.subList(1, parents.size()), then));
    }

    private static boolean lacks(BenchItem item) {
        return item.remedy() instanceof Remedy.SupplyParent;
    }

    /// Editors of the item read the old checkpoint: they are closed, and come back with the new one.
    private void supply(BenchItem item, Path parent, Refusal refusal) {
        supply(
                item,
                parent,
                refusal,
                () ->
                        services.errorLog()
                                .report(
                                        Severity.NOTICE,
                                        "%s is taken as the dump before %s"
                                                .formatted(parent.getFileName(), item.id()),
                                        ""));
    }

    private void supply(BenchItem item, Path parent, Refusal refusal, Runnable then) {
        var closed = new ArrayList<>();
        var selected = new AtomicReference<ArtefactRef>(new ArtefactRef.OfCheckpoint(item.id()));
        bench.supply(
                item,
                parent,
                () -> {
                    selection
                            .ref()
                            .get()
                            .filter(ref -> ref.checkpoint().equals(item.id()))
                            .ifPresent(selected::set);
                    services.parts().editorKeys().stream()
                            .filter(key -> isAbout.test(new BenchKey(key, item)))
                            .forEach(closed::add);
                    closed.forEach(services.parts()::closeEditor);
                },
                refused ->
                        refused.ifPresentOrElse(
                                refusal::of,
                                () -> {
                                    closed.remove(item.id());
                                    closed.forEach(services.parts()::openEditor);
                                    services.parts().openEditor(item.id());
                                    // As its editors closed, the views went to what lay behind.
                                    selection.select(SOURCE, selected.get());
                                    then.run();
                                }));
    }

    private void refused(BenchItem item, String reason) {
        services.errorLog().report(Severity.ERROR, reason, item.path().toString());
        services.parts().showView(DefectWords.WHERE);
    }

    /// Opens the selected evidence with a higher limit.
    void raiseLimit() {
        selection.item().get().ifPresent(bench::raiseLimit);
    }
}
