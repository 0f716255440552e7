package org.icecore.views.tasks;

import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.task.Credentials;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskState;
import org.icecore.workbench.table.Mark;

/// A task in the tree. Rows of one pid are equal, so that the tree stays as it was when another checkpoint is shown.
///
/// @param mark what became of it
/// @param changes what became of it in a few words; empty where nothing is compared
public record TaskRow(ArtefactRef.OfTask ref, Task task, Mark mark, String changes) {

    /// Pid and name, as the tree shows it.
    String title() {
        return "%s %s".formatted(task.pid(), task.comm());
    }

    /// The command line, or why there is none.
    String command() {
        return task.title();
    }

    int pid() {
        return task.pid().value();
    }

    int threads() {
        return task.threads().size();
    }

    /// The effective user id; -1 where none is recorded.
    long uid() {
        return task.credentials().map(Credentials::euid).orElse(-1L);
    }

    /// How many capabilities are effective; -1 where none are recorded.
    long capabilities() {
        return task.credentials()
                .map(credentials -> (long) credentials.effective().size())
                .orElse(-1L);
    }

    /// The names of the effective capabilities, one a line.
    String capabilityNames() {
        return task.credentials()
                .map(credentials -> String.join("\n", credentials.effective().names()))
                .orElse("No credentials are recorded for the leader.");
    }

    Optional<String> icon() {
        return Optional.of(
                switch (task.state()) {
                    case ALIVE -> "task-alive";
                    case STOPPED -> "task-stopped";
                    case DEAD -> "task-dead";
                    case ZOMBIE -> "task-zombie";
                    case UNKNOWN -> "help";
                });
    }

    /// Why its name is not the whole truth, for the pointer.
    String tooltip() {
        var state = task.state() == TaskState.ALIVE ? "" : "\n" + task.state().label();
        return "task %s, %s%s\n%s".formatted(task.pid(), ref.checkpoint(), state, command());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaskRow row && row.task.pid().equals(task.pid());
    }

    @Override
    public int hashCode() {
        return task.pid().hashCode();
    }
}
