package org.icecore.analysis.table;

import java.util.Optional;
import org.icecore.checkpoint.task.Pid;

/// Something that the evidence did not let an answer cover.
///
/// @param owner the task that it is missing of, for whoever asks about one task; empty if it is nobody's alone
/// @param text what, and why; one sentence
public record Gap(Optional<Pid> owner, String text) {

    /// What is missing of a task.
    public static Gap of(Pid owner, String text) {
        return new Gap(Optional.of(owner), text);
    }

    /// What is missing of the whole.
    public static Gap ofAll(String text) {
        return new Gap(Optional.empty(), text);
    }

    /// Whether an answer about that task alone lacks it.
    public boolean concerns(Pid task) {
        return owner.isEmpty() || owner.get().equals(task);
    }
}
