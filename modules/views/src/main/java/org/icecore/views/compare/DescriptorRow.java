package org.icecore.views.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.content.KernelObjects;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.workbench.table.Mark;

/// A descriptor in the table of open files before and after.
///
/// @param changed the properties that differ
record DescriptorRow(
        Pid pid,
        FdNumber fd,
        Optional<FileDescriptor> before,
        Optional<FileDescriptor> after,
        Mark mark,
        String changed) {

    static List<DescriptorRow> of(Comparison comparison, TaskComparison task) {
        var before = byNumber(task.before());
        var after = byNumber(task.after());
        var numbers = new TreeMap<Integer, FdNumber>();
        before.forEach((value, descriptor) -> numbers.put(value, descriptor.fd()));
        after.forEach((value, descriptor) -> numbers.put(value, descriptor.fd()));
        var rows = new ArrayList<DescriptorRow>();
        var sharers = sharers(comparison, task);
        numbers.forEach(
                (value, fd) -> {
                    var was = Optional.ofNullable(before.get(value));
                    var is = Optional.ofNullable(after.get(value));
                    var changed = changes(comparison, sharers, fd);
                    rows.add(
                            new DescriptorRow(
                                    task.pid(),
                                    fd,
                                    was,
                                    is,
                                    task.fate() == TaskComparison.Fate.UNKNOWN
                                            ? Mark.NOT_CAPTURED
                                            : mark(was, is, changed),
                                    changed));
                });
        return List.copyOf(rows);
    }

    private static TreeMap<Integer, FileDescriptor> byNumber(Optional<Task> task) {
        var all = new TreeMap<Integer, FileDescriptor>();
        task.flatMap(found -> found.descriptors().found())
                .ifPresent(
                        list ->
                                list.forEach(
                                        descriptor ->
                                                all.put(descriptor.fd().value(), descriptor)));
        return all;
    }

    /// The properties that differ. A table that tasks share is compared once, and told of the first of them only.
    private static String changes(Comparison comparison, Set<Pid> sharers, FdNumber fd) {
        var names = new LinkedHashSet<String>();
        for (var pid : sharers) {
            var ref = new ArtefactRef.OfDescriptor(comparison.after().id(), pid, fd);
            for (var change : comparison.task(pid).map(TaskComparison::changes).orElse(List.of())) {
                if (change instanceof Change.Changed changed
                        && change.kind() == ChangeKind.DESCRIPTOR
                        && changed.second().ref().equals(ref)) {
                    names.add(changed.property());
                }
            }
        }
        return String.join(", ", names);
    }

    /// The task and those that have the same table in both checkpoints.
    private static Set<Pid> sharers(Comparison comparison, TaskComparison task) {
        var pids = new LinkedHashSet<Pid>();
        pids.add(task.pid());
        var tables = tables(task);
        if (tables.size() == 2) {
            comparison.tasks().stream()
                    .filter(other -> tables(other).equals(tables))
                    .forEach(other -> pids.add(other.pid()));
        }
        return pids;
    }

    private static List<Long> tables(TaskComparison task) {
        return Stream.of(task.before(), task.after())
                .flatMap(Optional::stream)
                .flatMap(side -> KernelObjects.of(side.ids(), "files").stream())
                .toList();
    }

    private static Mark mark(
            Optional<FileDescriptor> was, Optional<FileDescriptor> is, String changed) {
        if (was.isEmpty()) {
            return Mark.ADDED;
        }
        if (is.isEmpty()) {
            return Mark.REMOVED;
        }
        return changed.isEmpty() ? Mark.NONE : Mark.CHANGED;
    }

    String kind() {
        return after.or(() -> before)
                .flatMap(descriptor -> descriptor.file().found())
                .map(OpenFile::kind)
                .orElse("");
    }

    String beforeText() {
        return text(before);
    }

    String afterText() {
        return text(after);
    }

    private static String text(Optional<FileDescriptor> descriptor) {
        return descriptor
                .map(
                        open ->
                                open.file()
                                        .found()
                                        .map(OpenFile::target)
                                        .orElseGet(() -> "?? " + open.file().absence().orElse("")))
                .orElse("");
    }

    ArtefactRef ref(Comparison comparison) {
        return new ArtefactRef.OfDescriptor(
                after.isPresent() ? comparison.after().id() : comparison.before().id(), pid, fd);
    }
}
