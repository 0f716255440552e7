package org.icecore.views.result;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.BenchSelection;

/// Which rows of a table are selected when something is selected elsewhere, the same in each table.
///
/// A task stands for all of its rows. Anything else stands for the rows about it; where there are none, for those of the task
/// that it belongs to.
///
/// @param ref what a row is about
/// @param tasks whose row it is
record Following<R>(Function<R, ArtefactRef> ref, Function<R, Collection<Pid>> tasks) {

    /// The tasks of a row that `look` says nothing of: the one that the row's artefact belongs to.
    static List<Pid> tasks(ArtefactRef ref) {
        return BenchSelection.pid(ref).stream().toList();
    }

    /// The rows to select, by identity; empty if the selection is to stay as it is.
    ///
    /// @param wanted what is selected elsewhere
    Optional<Set<R>> rows(ArtefactRef wanted, List<R> all, List<R> selected) {
        // What all rows are about tells none of them apart.
        if (wanted instanceof ArtefactRef.OfCheckpoint
                || selected.stream().anyMatch(row -> ref.apply(row).equals(wanted))) {
            return Optional.empty();
        }
        return wanted instanceof ArtefactRef.OfTask(_, var pid)
                ? ofTask(wanted, pid, all, selected)
                : about(wanted, all)
                        .or(
                                () ->
                                        BenchSelection.pid(wanted)
                                                .filter(pid -> !within(wanted, pid, selected))
                                                .flatMap(
                                                        pid -> ofTask(wanted, pid, all, selected)));
    }

    private Optional<Set<R>> about(ArtefactRef wanted, List<R> all) {
        return Optional.of(those(all, row -> ref.apply(row).equals(wanted)))
                .filter(found -> !found.isEmpty());
    }

    /// Rows that belong to no task are none of its business.
    private Optional<Set<R>> ofTask(ArtefactRef wanted, Pid pid, List<R> all, List<R> selected) {
        var found = those(all, row -> belongs(row, wanted, pid));
        var apart =
                found.isEmpty()
                        ? selected.stream().noneMatch(row -> tasks.apply(row).isEmpty())
                        : found.size() < all.size();
        return Optional.of(found).filter(_ -> apart);
    }

    /// Whether only rows of the task are selected, so that there is nothing to go to.
    private boolean within(ArtefactRef wanted, Pid pid, List<R> selected) {
        return !selected.isEmpty() && selected.stream().allMatch(row -> belongs(row, wanted, pid));
    }

    private boolean belongs(R row, ArtefactRef wanted, Pid pid) {
        return tasks.apply(row).contains(pid)
                && ref.apply(row).checkpoint().equals(wanted.checkpoint());
    }

    private static <R> Set<R> those(List<R> all, Predicate<R> wanted) {
        Set<R> found = Collections.newSetFromMap(new IdentityHashMap<>());
        all.stream().filter(wanted).forEach(found::add);
        return found;
    }
}
