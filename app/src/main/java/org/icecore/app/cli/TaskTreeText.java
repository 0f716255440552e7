package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import org.icecore.analysis.content.EndedTask;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;

/// Writes the task tree, children indented below their parents.
record TaskTreeText(PrintWriter out, int width) {

    private static final int DEEPEST = 20;

    void print(Checkpoint checkpoint) {
        out.println("Tasks");
        out.println(
                "  %6s %6s  %-14s %7s %6s  %s"
                        .formatted("Pid", "Parent", "State", "Threads", "Uid", "Command"));
        var tree = checkpoint.tasks();
        if (tree.size() == 0) {
            out.println(
                    "  none\n  not covered: no task is known, since no process tree could be read");
        }
        var waiting = new ArrayList<Task>(tree.roots().reversed());
        var depths = new ArrayList<>(waiting.stream().map(_ -> 0).toList());
        while (!waiting.isEmpty()) {
            var task = waiting.removeLast();
            int depth = depths.removeLast();
            var lead =
                    "  %6s %6s  %-14s %7d %6s  %s"
                            .formatted(
                                    task.pid(),
                                    task.parent().map(Pid::toString).orElse("?"),
                                    task.state().label(),
                                    task.threads().size(),
                                    task.credentials()
                                            .map(who -> Long.toString(who.uid()))
                                            .orElse("?"),
                                    "  ".repeat(Math.min(depth, DEEPEST)));
            out.println(
                    Wrapping.hanging(
                            lead,
                            Printable.text(task.title()) + end(task) + orphan(checkpoint, task),
                            width));
            tree.children(task)
                    .reversed()
                    .forEach(
                            child -> {
                                waiting.add(child);
                                depths.add(depth + 1);
                            });
        }
        out.println();
    }

    private static String end(Task task) {
        return EndedTask.test(task)
                ? task.core()
                        .found()
                        .map(core -> "   (%s)".formatted(EndedTask.how(core)))
                        .orElse("")
                : "";
    }

    private static String orphan(Checkpoint checkpoint, Task task) {
        return task.parent()
                .filter(parent -> parent.value() != 0)
                .filter(parent -> checkpoint.tasks().find(parent).isEmpty())
                .map("   (parent %s not in the checkpoint)"::formatted)
                .orElse("");
    }
}
