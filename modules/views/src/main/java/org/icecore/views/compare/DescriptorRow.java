package org.icecore.views.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
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
        numbers.forEach(
                (value, fd) -> {
                    var was = Optional.ofNullable(before.get(value));
                    var is = Optional.ofNullable(after.get(value));
                    var changed = changes(comparison, task, fd);
                    rows.add(
                            new DescriptorRow(
                                    task.pid(), fd, was, is, mark(was, is, changed), changed));
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

    private static String changes(Comparison comparison, TaskComparison task, FdNumber fd) {
        var ref = new ArtefactRef.OfDescriptor(comparison.after().id(), task.pid(), fd);
        var names = new LinkedHashSet<String>();
        for (var change : task.changes()) {
            if (change instanceof Change.Changed changed
                    && change.kind() == ChangeKind.DESCRIPTOR
                    && changed.second().ref().equals(ref)) {
                names.add(changed.property());
            }
        }
        return String.join(", ", names);
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
