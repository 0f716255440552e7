package org.icecore.app.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.ItemState;
import org.icecore.workbench.part.EditorTab;
import org.icecore.workbench.part.Parts;
import org.icecore.workbench.preference.Preferences;

/// What lay on the bench and which editors were open when the program was last used, so that they can come back.
///
/// Editors come back as tabs, and only when the same archives are opened again: a key means nothing without its evidence.
final class LastSession {
    private static final String ARCHIVES = "session.archives";
    private static final String EDITORS = "session.editors";
    private static final String FRONT = "session.front";
    private static final String PARENTS = "session.parents";

    private final Preferences preferences;
    private final Bench bench;
    private final Parts parts;
    private final Optional<RecentEvidence.Entry> archives;
    private final List<EditorTab> tabs;
    private final Optional<Object> front;
    private final Map<String, List<Path>> parents;
    private final InvalidationListener change = _ -> remember();
    private boolean restoring;
    private boolean awaited;

    LastSession(Preferences preferences, Bench bench, Parts parts) {
        this.preferences = preferences;
        this.bench = bench;
        this.parts = parts;
        archives = preferences.text(ARCHIVES).flatMap(RecentEvidence::read);
        tabs =
                preferences.text(EDITORS).stream()
                        .flatMap(String::lines)
                        .flatMap(line -> tab(line).stream())
                        .toList();
        front = preferences.text(FRONT).flatMap(EditorKeyText::read);
        parents =
                preferences.text(PARENTS).stream()
                        .flatMap(String::lines)
                        .flatMap(line -> SuppliedParents.read(line).stream())
                        .collect(
                                Collectors.toMap(
                                        SuppliedParents::item,
                                        SuppliedParents::parents,
                                        (first, _) -> first));
    }

    /// The archives that lay on the bench last.
    Optional<RecentEvidence.Entry> archives() {
        return archives;
    }

    /// Whether these files are what lay on the bench last.
    boolean isOf(List<Path> files) {
        return archives.filter(
                        last ->
                                Set.copyOf(last.paths())
                                        .equals(
                                                files.stream()
                                                        .map(LastSession::absolute)
                                                        .collect(Collectors.toSet())))
                .isPresent();
    }

    /// The dumps that had been supplied to an item, the nearest first. They are verified again before they are used.
    List<Path> parents(BenchItem item) {
        return parents.getOrDefault(SuppliedParents.name(item.source()), List.of());
    }

    /// Begins to remember.
    void follow() {
        bench.items().addListener(change);
        parts.editorKeys().addListener(change);
        parts.frontEditor().addListener(change);
    }

    /// Stops remembering, before the window closes its editors.
    void stop() {
        bench.items().removeListener(change);
        parts.editorKeys().removeListener(change);
        parts.frontEditor().removeListener(change);
    }

    /// Gives an item what had been supplied to it, and goes on.
    interface Supplying {
        void supply(BenchItem item, List<Path> parents, Runnable then);
    }

    /// Brings back what was supplied and the editors once all items are open. While one of them cannot be opened there are
    /// no editors to bring back, and what the examiner does is remembered.
    void restore(List<BenchItem> items, Supplying supplying) {
        restoring = true;
        awaited = true;
        items.forEach(
                item ->
                        item.follow(
                                one ->
                                        one.state()
                                                .subscribe(
                                                        _ -> restoreWhenOpen(items, supplying))));
    }

    private void restoreWhenOpen(List<BenchItem> items, Supplying supplying) {
        var standing = items.stream().flatMap(item -> item.standing().stream()).toList();
        var states = standing.stream().map(item -> item.state().get()).toList();
        if (!awaited || states.stream().anyMatch(ItemState.Opening.class::isInstance)) {
            return;
        }
        if (states.stream().allMatch(ItemState.Open.class::isInstance)) {
            awaited = false;
            restoring = true;
            supply(standing, supplying);
        } else {
            restoring = false;
        }
    }

    /// Supplies to one after the other, as each verification reads much.
    private void supply(List<BenchItem> items, Supplying supplying) {
        if (items.isEmpty()) {
            restoreEditors();
            return;
        }
        var item = items.getFirst();
        supplying.supply(
                item, parents(item), () -> supply(items.subList(1, items.size()), supplying));
    }

    private void restoreEditors() {
        restoring = false;
        parts.restoreEditors(tabs);
        front.filter(parts.editorKeys()::contains).ifPresent(parts::openEditor);
        remember();
    }

    private void remember() {
        var opened = opened();
        if (restoring || opened.isEmpty()) {
            return;
        }
        preferences.put(ARCHIVES, RecentEvidence.write(opened));
        var supplied =
                bench.items().stream()
                        .filter(item -> !item.source().parents().isEmpty())
                        .map(item -> SuppliedParents.of(item.source()).line())
                        .collect(Collectors.joining("\n"));
        if (supplied.isEmpty()) {
            preferences.remove(PARENTS);
        } else {
            preferences.put(PARENTS, supplied);
        }
        preferences.put(
                EDITORS,
                parts.editorTabs().stream()
                        .flatMap(tab -> line(tab).stream())
                        .collect(Collectors.joining("\n")));
        parts.frontEditor()
                .getValue()
                .flatMap(EditorKeyText::write)
                .ifPresentOrElse(
                        key -> preferences.put(FRONT, key), () -> preferences.remove(FRONT));
    }

    /// The files that are open, and those that were the last time even if they cannot be opened now.
    private List<Path> opened() {
        return bench.items().stream()
                .filter(
                        item ->
                                item.checkpoint().isPresent()
                                        || archives.filter(
                                                        before ->
                                                                before.paths()
                                                                        .contains(
                                                                                absolute(
                                                                                        item
                                                                                                .path())))
                                                .isPresent())
                .map(item -> absolute(item.path()))
                .distinct()
                .toList();
    }

    private static Optional<String> line(EditorTab tab) {
        return EditorKeyText.write(tab.key())
                .map(
                        key ->
                                "%s\t%s\t%s"
                                        .formatted(
                                                key,
                                                EditorKeyText.encoded(tab.title()),
                                                tab.icon().orElse("")));
    }

    private static Optional<EditorTab> tab(String line) {
        var fields = line.split("\t", -1);
        return fields.length == 3
                ? EditorKeyText.read(fields[0])
                        .map(
                                key ->
                                        new EditorTab(
                                                key,
                                                EditorKeyText.decoded(fields[1]),
                                                Optional.of(fields[2])
                                                        .filter(icon -> !icon.isEmpty())))
                : Optional.empty();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
