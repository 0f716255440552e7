package org.icecore.analysis.compare;

import org.icecore.analysis.content.EndedTask;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.MemoryLayout;
import org.icecore.checkpoint.task.Task;

/// Judges whether tasks of one pid in two checkpoints are the same process running the same program.
///
/// `execve` lays the stack, the arguments and the environment out anew, at random places as a rule, and they stay where they are
/// until the next one, over checkpoint and restore too. A child that never called `execve` has the layout of its parent,
/// so that a pid reused by such a child cannot be told from the first holder.
///
/// @param same whether they are taken for the same process
/// @param reason by what evidence
record TaskIdentity(boolean same, String reason) {

    static TaskIdentity of(Task before, Task after) {
        if (EndedTask.test(before) && !EndedTask.test(after)) {
            return new TaskIdentity(
                    false, "a %s task does not come back".formatted(before.state().label()));
        }
        if (EndedTask.test(after)) {
            return new TaskIdentity(
                    true,
                    "the same pid; a %s task has no memory by which to tell more"
                            .formatted(after.state().label()));
        }
        var first = before.memory().found();
        var second = after.memory().found();
        if (first.isEmpty() || second.isEmpty()) {
            return new TaskIdentity(
                    true,
                    "the same pid; its memory layout is missing: "
                            + Observations.absence(
                                    first.isEmpty() ? before.memory() : after.memory()));
        }
        return ofLayouts(before, after, first.get(), second.get());
    }

    /// Processes of unrelated containers did not come one from the other, whatever their layouts would tell within one.
    TaskIdentity within(ContainerMatch match) {
        return same || match.relation() != ContainerMatch.Relation.UNRELATED
                ? this
                : new TaskIdentity(false, "it is a process of another container");
    }

    private static TaskIdentity ofLayouts(
            Task before, Task after, AddressSpace first, AddressSpace second) {
        var sameLayout = marks(first.layout()).equals(marks(second.layout()));
        var firstProgram = before.executable().found().map(OpenFile::link);
        var secondProgram = after.executable().found().map(OpenFile::link);
        var sameProgram =
                firstProgram.isEmpty()
                        || secondProgram.isEmpty()
                        || withoutDeleted(firstProgram.get())
                                .equals(withoutDeleted(secondProgram.get()));
        if (sameLayout && sameProgram) {
            return new TaskIdentity(
                    true, "the same pid, stack start, argument area and executable");
        }
        var what =
                sameProgram
                        ? "stack start or argument area moved"
                        : "executable was %s and is %s"
                                .formatted(firstProgram.orElse("?"), secondProgram.orElse("?"));
        return new TaskIdentity(
                false,
                what
                        + ": the task called execve, or it ended and its pid was used again;"
                        + " the checkpoints cannot tell which");
    }

    /// An executable can be unlinked while it runs.
    private static String withoutDeleted(String link) {
        return link.endsWith(" (deleted)")
                ? link.substring(0, link.length() - " (deleted)".length())
                : link;
    }

    private static java.util.List<Long> marks(MemoryLayout layout) {
        return java.util.List.of(
                layout.stackStart(),
                layout.argumentsStart(),
                layout.argumentsEnd(),
                layout.environmentStart());
    }
}
