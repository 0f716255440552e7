package org.icecore.app.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.icecore.workbench.preference.Preferences;

/// What was opened lately, the newest first: single archives, and those that were opened together.
///
/// Remembered between starts. Whether files are still there is looked up in the background, as they may lie far away.
final class RecentEvidence {
    static final int MOST = 10;

    private static final String KEY = "evidence.recent";

    private final Preferences preferences;
    private final Executor workers;
    private final Executor ui;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableSet<Path> gone = FXCollections.observableSet();
    // A view of a list hears of its changes only as long as somebody holds the view.
    private final ObservableList<Entry> shownEntries =
            FXCollections.unmodifiableObservableList(entries);
    private final ObservableSet<Path> shownGone = FXCollections.unmodifiableObservableSet(gone);

    /// Archives that were opened at once.
    ///
    /// @param paths absolute; at least one
    record Entry(List<Path> paths) {
        Entry {
            paths = List.copyOf(paths);
        }

        /// The names of the files: `before.tar, after.tar`.
        String title() {
            return paths.stream()
                    .map(path -> Optional.ofNullable(path.getFileName()).orElse(path).toString())
                    .collect(Collectors.joining(", "));
        }

        /// The folders in which they lie.
        String folders() {
            return paths.stream()
                    .map(path -> Optional.ofNullable(path.getParent()).orElse(path).toString())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
    }

    /// @param workers looks for files
    /// @param ui runs what changes observables
    RecentEvidence(Preferences preferences, Executor workers, Executor ui) {
        this.preferences = preferences;
        this.workers = workers;
        this.ui = ui;
        preferences
                .text(KEY)
                .ifPresent(
                        text ->
                                text.lines()
                                        .flatMap(line -> read(line).stream())
                                        .limit(MOST)
                                        .forEach(entries::add));
        look();
    }

    /// The entries, the newest first.
    ObservableList<Entry> entries() {
        return shownEntries;
    }

    /// Whether a file of an entry was not there when it was last looked for.
    boolean isGone(Entry entry) {
        return entry.paths().stream().anyMatch(gone::contains);
    }

    /// The files that were not there when they were last looked for.
    ObservableSet<Path> gone() {
        return shownGone;
    }

    /// Puts what is opened now to the top.
    void opened(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        var entry =
                new Entry(paths.stream().map(path -> path.toAbsolutePath().normalize()).toList());
        var all = new ArrayList<>(entries);
        all.remove(entry);
        all.addFirst(entry);
        entries.setAll(all.subList(0, Math.min(MOST, all.size())));
        preferences.put(
                KEY,
                entries.stream()
                        .map(each -> write(each.paths()))
                        .collect(Collectors.joining("\n")));
        look();
    }

    /// Looks in the background whether the files are there.
    void look() {
        var wanted = entries.stream().flatMap(entry -> entry.paths().stream()).distinct().toList();
        workers.execute(
                () -> {
                    var missing = new HashSet<Path>();
                    wanted.stream().filter(path -> !Files.exists(path)).forEach(missing::add);
                    ui.execute(() -> told(missing));
                });
    }

    private void told(Set<Path> missing) {
        gone.retainAll(missing);
        gone.addAll(missing);
    }

    /// Paths as one line.
    static String write(List<Path> paths) {
        return paths.stream()
                .map(path -> EditorKeyText.encoded(path.toString()))
                .collect(Collectors.joining(" "));
    }

    /// The paths of a line; empty if the line is not one of ours.
    static Optional<Entry> read(String line) {
        try {
            var paths =
                    Stream.of(line.split(" "))
                            .filter(word -> !word.isEmpty())
                            .map(EditorKeyText::decoded)
                            .map(Path::of)
                            .toList();
            return paths.isEmpty() ? Optional.empty() : Optional.of(new Entry(paths));
        } catch (IllegalArgumentException _) {
            // Edited by hand, or the path of another platform.
            return Optional.empty();
        }
    }
}
