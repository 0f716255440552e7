package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.task.CommandLine;
import org.icecore.checkpoint.task.FileSystemContext;
import org.icecore.checkpoint.task.Kin;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskCore;

/// The tasks of a checkpoint.
public final class TaskTable {

    private static final String NO_CREDENTIALS = "no credentials are recorded for the leader";

    private TaskTable() {}

    /// One row per task, in the order of the process tree image.
    public static ResultTable<Task> of(Checkpoint checkpoint) {
        var tasks = checkpoint.tasks().all();
        return new ResultTable<>(
                "tasks",
                "Tasks",
                COLUMNS,
                tasks,
                task -> new ArtefactRef.OfTask(checkpoint.id(), task.pid()),
                task -> Optional.of(task.at()),
                Gaps.ofTasks(tasks, "command line", Task::commandLine)
                        .and(new Damage(checkpoint).ofDeletions()));
    }

    private static String state(Task task, TaskCore core) {
        var label = core.state().label();
        return task.kin().found().isPresent() ? label : label + " or stale";
    }

    private static final List<Column<Task>> COLUMNS =
            List.of(
                    Column.number(
                            "pid",
                            "Pid",
                            "Process id as the container sees it",
                            task -> task.pid().value()),
                    kin(
                            "ppid",
                            "Parent",
                            "Pid of the parent; 0 if it is outside the container",
                            kin -> kin.parent().value()),
                    kin("pgid", "Group", "Process group id", Kin::group),
                    kin("sid", "Session", "Session id", Kin::session),
                    of(
                            "comm",
                            "Comm",
                            ColumnKind.CODE,
                            "Name in /proc/PID/comm, at most 15 bytes; a task can set it",
                            task -> Cell.of(task.core(), core -> Cell.text(core.comm()))),
                    of(
                            "commandLine",
                            "Command line",
                            ColumnKind.CODE,
                            "Read from the task's memory, as /proc/PID/cmdline",
                            task -> Cell.of(task.commandLine(), line -> Cell.text(line.text()))),
                    of(
                            "title",
                            "Title",
                            ColumnKind.FLAG,
                            "Whether the task has written over its arguments, as nginx does",
                            task ->
                                    Cell.of(
                                            task.commandLine(),
                                            (CommandLine line) -> new Cell.Flag(line.title()))),
                    of(
                            "state",
                            "State",
                            ColumnKind.TEXT,
                            "State when it was frozen; what no process tree lists may be a remnant of an earlier dump (stale)",
                            task ->
                                    Cell.of(
                                            task.core(),
                                            (TaskCore core) -> Cell.text(state(task, core)))),
                    of(
                            "exit",
                            "Exit",
                            ColumnKind.TEXT,
                            "How a task that had ended did: its exit code, or the signal that ended it",
                            task ->
                                    EndedTask.test(task)
                                            ? Cell.of(
                                                    task.core(),
                                                    core -> Cell.text(EndedTask.how(core)))
                                            : Cell.notApplicable("the task had not ended")),
                    of(
                            "threads",
                            "Threads",
                            ColumnKind.NUMBER,
                            "Number of threads, the leader included",
                            task -> Cell.of(task.kin(), _ -> Cell.number(task.threads().size()))),
                    of(
                            "uid",
                            "Uid",
                            ColumnKind.NUMBER,
                            "Effective user id of the leader",
                            task ->
                                    Cell.of(
                                            task.credentials(),
                                            NO_CREDENTIALS,
                                            credentials -> Cell.number(credentials.euid()))),
                    of(
                            "capabilities",
                            "Capabilities",
                            ColumnKind.NUMBER,
                            "Number of capabilities in the effective set",
                            task ->
                                    Cell.of(
                                            task.credentials(),
                                            NO_CREDENTIALS,
                                            credentials ->
                                                    Cell.number(credentials.effective().size()))),
                    of(
                            "executable",
                            "Executable",
                            ColumnKind.CODE,
                            "File that the task runs, as /proc/PID/exe",
                            task ->
                                    Cell.of(
                                            task.executable(),
                                            (OpenFile file) -> Cell.text(file.link()))),
                    of(
                            "workingDirectory",
                            "Working directory",
                            ColumnKind.CODE,
                            "As /proc/PID/cwd",
                            task ->
                                    Cell.of(
                                            flat(
                                                    task.fileSystem(),
                                                    FileSystemContext::workingDirectory),
                                            file -> Cell.text(file.link()))),
                    of(
                            "root",
                            "Root",
                            ColumnKind.CODE,
                            "As /proc/PID/root",
                            task ->
                                    Cell.of(
                                            flat(task.fileSystem(), FileSystemContext::root),
                                            file -> Cell.text(file.link()))),
                    of(
                            "memory",
                            "Memory captured",
                            ColumnKind.BYTES,
                            "Bytes of pages that the checkpoint stores for it",
                            task ->
                                    Cell.of(
                                            task.memory(),
                                            (AddressSpace memory) ->
                                                    new Cell.Bytes(memory.capturedBytes()))));

    private static <A, B> Observed<B> flat(Observed<A> outer, Function<A, Observed<B>> inner) {
        return switch (outer) {
            case Observed.Present<A>(var value, _) -> inner.apply(value);
            case Observed.NotCaptured<A>(var reason) -> new Observed.NotCaptured<>(reason);
            case Observed.Malformed<A>(var at, var defect) -> new Observed.Malformed<>(at, defect);
        };
    }

    private static Column<Task> kin(
            String id, String title, String tooltip, ToIntFunction<Kin> value) {
        return of(
                id,
                title,
                ColumnKind.NUMBER,
                tooltip,
                task -> Cell.of(task.kin(), kin -> Cell.number(value.applyAsInt(kin))));
    }

    private static Column<Task> of(
            String id, String title, ColumnKind kind, String tooltip, Function<Task, Cell> value) {
        return Column.of(id, title, kind, tooltip, value);
    }
}
