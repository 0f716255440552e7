package org.icecore.app.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.Dropping;
import org.icecore.views.bench.ItemState;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.bench.Pair;
import org.icecore.views.compare.CompareEditors;
import org.icecore.views.desk.MemberBytesKey;
import org.icecore.views.desk.StoredFileKey;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.dialog.FileChoice;

/// Puts evidence on the bench and takes it away, with the editors that belong to it.
final class EvidenceActions {
    /// The names of files that hold checkpoints.
    static final List<String> PATTERNS =
            List.of("*.tar", "*.tar.gz", "*.tgz", "*.tar.zst", "*.tar.xz", "*.tar.bz2", "*.zip");

    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;
    private final DesktopParts parts;
    private final List<Path> sample;
    private final RecentEvidence recent;
    private final LastSession session;
    private final EditorPlace place;
    private final Remedies remedies;

    /// @param sample the archives of the sample investigation; none if it is not at hand
    EvidenceActions(
            WorkbenchServices services,
            Bench bench,
            BenchSelection selection,
            DesktopParts parts,
            List<Path> sample,
            RecentEvidence recent,
            LastSession session) {
        this.services = services;
        this.bench = bench;
        this.selection = selection;
        this.parts = parts;
        this.sample = List.copyOf(sample);
        this.recent = recent;
        this.session = session;
        this.place = EditorPlace.follow(services.parts(), bench, selection);
        this.remedies =
                new Remedies(
                        services, bench, selection, asked -> isAbout(asked.key(), asked.item()));
    }

    /// What supplies parents and limits.
    Remedies parents() {
        return remedies;
    }

    RecentEvidence recent() {
        return recent;
    }

    LastSession session() {
        return session;
    }

    boolean hasSample() {
        return !sample.isEmpty();
    }

    /// Asks for archives and opens them.
    void open() {
        open(
                services.files()
                        .open(
                                "Open checkpoint archives",
                                List.of(
                                        new FileChoice.Kind("Checkpoint archives", PATTERNS),
                                        new FileChoice.Kind("All files", List.of("*")))));
    }

    /// Asks for a folder and opens it.
    void openFolder() {
        services.files().folder("Open a folder with checkpoints").stream()
                .map(List::of)
                .forEach(this::open);
    }

    /// Opens files; shows the overview of each that can be opened, the last in front. Where they are what lay on the bench
    /// last, the editors that were open with them come back.
    void open(List<Path> files) {
        open(files, open -> remember(files, open), () -> {});
    }

    /// Opens again what lay on the bench when the program was last used.
    void reopenLast() {
        session.archives().ifPresent(entry -> open(entry.paths()));
    }

    /// Only what could be opened is offered again.
    private void remember(List<Path> files, Set<Path> open) {
        recent.opened(
                files.stream()
                        .filter(file -> open.contains(file.toAbsolutePath().normalize()))
                        .toList());
        recent.look();
    }

    private void open(List<Path> files, Consumer<Set<Path>> told, Runnable afterEach) {
        var again = bench.items().isEmpty() && session.isOf(files);
        var opened = bench.open(files);
        Arrivals.follow(bench, services.selection(), selection, opened, told);
        opened.forEach(item -> item.follow(one -> show(one, opened, afterEach)));
        if (again) {
            session.restore(opened, remedies::supplyAgain);
        }
    }

    /// Shows the overview of an item once it is open, the last of those that were opened together in front.
    private void show(BenchItem item, List<BenchItem> together, Runnable afterEach) {
        item.state()
                .subscribe(
                        state -> {
                            if (state instanceof ItemState.Open && bench.items().contains(item)) {
                                place.quietly(() -> show(item, together));
                                afterEach.run();
                            }
                        });
    }

    private void show(BenchItem item, List<BenchItem> together) {
        var isNew = !services.parts().editorKeys().contains(item.id());
        services.parts().openEditor(item.id());
        var open =
                together.stream()
                        .flatMap(one -> one.standing().stream())
                        .filter(bench.open()::contains)
                        .toList();
        if (isNew) {
            arrange(open);
        }
        open.stream()
                .reduce((_, last) -> last)
                .ifPresent(last -> services.parts().openEditor(last.id()));
    }

    /// Puts the overviews into the order in which the files were given, those of a pair into that of their times: which
    /// one is read faster says nothing.
    private void arrange(List<BenchItem> open) {
        var inOrder =
                open.size() == 2 ? bench.ordered(open.getFirst(), open.getLast()).items() : open;
        services.parts().arrangeEditors(inOrder.stream().map(BenchItem::id).toList());
    }

    /// Opens files that were dropped on the window, and leads to the comparison if that is what they are for. One that
    /// is the parent of a checkpoint on the bench is supplied to it instead.
    void drop(List<Path> files) {
        if (!remedies.take(files, () -> place(files))) {
            place(files);
        }
    }

    private void place(List<Path> files) {
        var previous = bench.comparison().get().chosen();
        open(files);
        Dropping.take(
                bench,
                files,
                new Dropping.Lead() {
                    @Override
                    public void toComparison(Pair pair, String why) {
                        arrange(pair.items());
                        parts.comparison().leadTo(pair, why, previous);
                    }

                    @Override
                    public void toChoice(List<BenchItem> open) {
                        parts.comparison().show();
                    }
                });
    }

    /// Opens the sample investigation and, in front of it, the page that tells where to look.
    void openSample() {
        services.parts().openEditor(Guides.SAMPLE);
        open(sample, _ -> {}, () -> services.parts().openEditor(Guides.SAMPLE));
    }

    void close() {
        selection.item().get().ifPresent(this::close);
    }

    private void close(BenchItem item) {
        services.parts().editorKeys().stream()
                .filter(key -> isAbout(key, item))
                .toList()
                .forEach(services.parts()::closeEditor);
        bench.close(item);
    }

    private boolean isAbout(Object key, BenchItem item) {
        return switch (key) {
            case CheckpointId id -> id.equals(item.id());
            case MemoryKey memory -> memory.checkpoint().equals(item.id());
            case MemberKey member -> member.checkpoint().equals(item.id());
            case StoredFileKey file -> file.ref().checkpoint().equals(item.id());
            case MemberBytesKey bytes -> bytes.checkpoint().equals(item.id());
            default -> CompareEditors.opens(key) && isCompared(item);
        };
    }

    private boolean isCompared(BenchItem item) {
        return bench.comparison().get().chosen().filter(pair -> pair.has(item)).isPresent();
    }
}
