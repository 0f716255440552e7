package org.icecore.app.desktop;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.ItemState;
import org.icecore.workbench.selection.Selection;
import org.icecore.workbench.selection.SelectionService;

/// What was put on the bench at once: selects what of it opens, with its first task, and tells which files did.
///
/// What the examiner works on stays selected until one of them is open, so that a file that is no checkpoint takes nothing
/// away. What the examiner selects meanwhile stays.
final class Arrivals {
    private static final String SOURCE = "open";

    private final Bench bench;
    private final SelectionService service;
    private final BenchSelection selection;
    private final List<BenchItem> together;
    private final Consumer<Set<Path>> told;
    private Selection ours;
    private boolean arrived;
    private Optional<Set<Path>> last = Optional.empty();

    private Arrivals(
            Bench bench,
            SelectionService service,
            BenchSelection selection,
            List<BenchItem> together,
            Consumer<Set<Path>> told) {
        this.bench = bench;
        this.service = service;
        this.selection = selection;
        this.together = List.copyOf(together);
        this.told = told;
        this.ours = service.current().get();
    }

    /// Begins to watch items that were put on the bench together.
    ///
    /// @param told is told the files that are open, absolute, once none is being opened, and again when they change
    static void follow(
            Bench bench,
            SelectionService service,
            BenchSelection selection,
            List<BenchItem> together,
            Consumer<Set<Path>> told) {
        var arrivals = new Arrivals(bench, service, selection, together, told);
        together.forEach(item -> item.follow(one -> one.state().subscribe(_ -> arrivals.look())));
    }

    private void look() {
        var standing =
                together.stream()
                        .flatMap(item -> item.standing().stream())
                        .filter(bench.items()::contains)
                        .toList();
        select(standing);
        if (standing.stream().noneMatch(Arrivals::isOpening)) {
            arrived = true;
            tell(standing);
        }
    }

    private void select(List<BenchItem> standing) {
        if (arrived || !service.current().get().equals(ours)) {
            return;
        }
        var elsewhere = bench.open().stream().anyMatch(item -> !standing.contains(item));
        var wanted =
                elsewhere
                        ? last(standing, bench.open()::contains)
                        : last(standing, item -> !hasFailed(item))
                                .or(() -> last(standing, _ -> true));
        wanted.filter(item -> !selection.ref().get().equals(Optional.of(first(item))))
                .ifPresent(this::select);
        ours = service.current().get();
    }

    /// The checkpoint, for the views that show what lies on the bench, and then its first task, so that the views of a
    /// task show something at once.
    private void select(BenchItem item) {
        selection.select(SOURCE, new ArtefactRef.OfCheckpoint(item.id()));
        selection.select(SOURCE, first(item));
    }

    private static ArtefactRef first(BenchItem item) {
        return item.checkpoint().stream()
                .flatMap(checkpoint -> checkpoint.tasks().roots().stream())
                .findFirst()
                .<ArtefactRef>map(task -> new ArtefactRef.OfTask(item.id(), task.pid()))
                .orElseGet(() -> new ArtefactRef.OfCheckpoint(item.id()));
    }

    private void tell(List<BenchItem> standing) {
        var paths = new HashSet<Path>();
        standing.stream()
                .filter(bench.open()::contains)
                .map(item -> item.path().toAbsolutePath().normalize())
                .forEach(paths::add);
        if (!last.equals(Optional.of(paths))) {
            last = Optional.of(paths);
            told.accept(Set.copyOf(paths));
        }
    }

    private static Optional<BenchItem> last(List<BenchItem> items, Predicate<BenchItem> wanted) {
        return items.stream().filter(wanted).reduce((_, later) -> later);
    }

    private static boolean isOpening(BenchItem item) {
        return item.state().get() instanceof ItemState.Opening;
    }

    private static boolean hasFailed(BenchItem item) {
        return item.state().get() instanceof ItemState.Failed;
    }
}
