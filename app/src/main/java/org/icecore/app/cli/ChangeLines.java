package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.Side;
import org.icecore.checkpoint.task.Pid;

/// Writes changes one below the other, those of a task under its heading.
record ChangeLines(PrintWriter out) {

    void print(Comparison comparison, List<Change> changes) {
        if (changes.isEmpty()) {
            out.println("No change.");
            return;
        }
        var heading = Optional.<Pid>empty();
        for (var change : changes) {
            if (!change.task().equals(heading)) {
                heading = change.task();
                heading.ifPresent(pid -> heading(comparison, pid));
            }
            out.println(
                    "%s %-11s %s"
                            .formatted(change.mark().sign(), change.kind().label(), line(change)));
        }
        out.println();
    }

    private void heading(Comparison comparison, Pid pid) {
        comparison
                .task(pid)
                .ifPresent(
                        task -> {
                            out.println();
                            out.println(
                                    "task %s %s: %s"
                                            .formatted(
                                                    pid,
                                                    Printable.text(
                                                            task.after()
                                                                    .or(task::before)
                                                                    .map(found -> found.title())
                                                                    .orElse("")),
                                                    task.fate().label()));
                        });
    }

    private static String line(Change change) {
        var what =
                change.aspect().isEmpty()
                        ? change.subject()
                        : change.subject() + ", " + change.aspect();
        var value =
                switch (change) {
                    case Change.Added added -> text(added.second());
                    case Change.Removed removed -> text(removed.first());
                    case Change.Changed changed ->
                            "%s  ->  %s".formatted(text(changed.first()), text(changed.second()));
                };
        var note = change.note().isEmpty() ? "" : "   (%s)".formatted(change.note());
        return Printable.text(value.isEmpty() || value.equals(what) ? what : what + ": " + value)
                + Printable.text(note);
    }

    private static String text(Side side) {
        return side.text();
    }
}
