package org.icecore.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.content.Damage;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.FileSystemContext;
import org.icecore.checkpoint.task.Task;

/// Files that a task holds without a descriptor: its program, its working folder, its root.
final class PlaceTable {

    private PlaceTable() {}

    static ResultTable<Task> of(Checkpoint checkpoint) {
        return table(
                checkpoint,
                checkpoint.tasks().all(),
                checkpoint.tasks().size() > 0
                        ? new Damage(checkpoint).ofDeletions()
                        : Coverage.without(
                                List.of(
                                        "programs and folders: no task is known, since no process tree could be read")));
    }

    /// Those of one task of it.
    static ResultTable<Task> of(Checkpoint checkpoint, Task task) {
        return table(checkpoint, List.of(task), Coverage.complete());
    }

    private static ResultTable<Task> table(
            Checkpoint checkpoint, List<Task> tasks, Coverage coverage) {
        return new ResultTable<>(
                "places",
                "Programs and folders",
                COLUMNS,
                tasks,
                task -> new ArtefactRef.OfTask(checkpoint.id(), task.pid()),
                task -> Optional.of(task.at()),
                coverage);
    }

    /// What is told of a task; its pid first.
    static final List<Column<Task>> COLUMNS =
            List.of(
                    Column.number(
                            "pid", "Pid", "Process id of the task", task -> task.pid().value()),
                    path(
                            "executable",
                            "Executable",
                            "What /proc/PID/exe links to",
                            Task::executable),
                    folder(
                            "cwd",
                            "Working folder",
                            "What /proc/PID/cwd links to",
                            FileSystemContext::workingDirectory),
                    folder("root", "Root", "What /proc/PID/root links to", FileSystemContext::root),
                    Column.of(
                            "umask",
                            "Umask",
                            ColumnKind.CODE,
                            "Permissions that new files do not get",
                            task ->
                                    Cell.of(
                                            task.fileSystem(),
                                            context ->
                                                    context.umask().isPresent()
                                                            ? Cell.text(
                                                                    "%04o"
                                                                            .formatted(
                                                                                    context.umask()
                                                                                            .getAsInt()))
                                                            : Cell.notCaptured(
                                                                    "the dump records no umask"))));

    private static Column<Task> path(
            String id, String title, String tooltip, Function<Task, Observed<OpenFile>> value) {
        return Column.of(
                id,
                title,
                ColumnKind.CODE,
                tooltip,
                task -> Cell.of(value.apply(task), file -> Cell.text(file.target())));
    }

    private static Column<Task> folder(
            String id,
            String title,
            String tooltip,
            Function<FileSystemContext, Observed<OpenFile>> value) {
        return Column.of(
                id,
                title,
                ColumnKind.CODE,
                tooltip,
                task ->
                        Cell.of(
                                task.fileSystem(),
                                context ->
                                        Cell.of(
                                                value.apply(context),
                                                file -> Cell.text(file.target()))));
    }
}
