package org.icecore.analysis.content;

import org.icecore.checkpoint.signal.SignalNumbering;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskCore;

/// Tells tasks that had ended before the dump: they have no memory, files or registers any more, so that nothing of the kind is
/// missing from the evidence.
public final class EndedTask {

    private EndedTask() {}

    /// What a status of `wait` says: `exit code 3`, `signal 9 (SIGKILL), core dumped`. Machines number signals differently: where
    /// it is not known which one was dumped, the number is all.
    public static String how(TaskCore core) {
        int status = core.exitCode();
        var signal = status & 0x7f;
        if (signal == 0) {
            return "exit code " + (status >>> 8 & 0xff);
        }
        return "signal %d%s%s"
                .formatted(
                        signal,
                        SignalNumbering.of(core.machine())
                                .map(numbering -> " (" + numbering.signal(signal).name() + ")")
                                .orElse(""),
                        (status & 0x80) == 0 ? "" : ", core dumped");
    }

    /// Whether the task had ended: a zombie, or what CRIU calls dead.
    public static boolean test(Task task) {
        return switch (task.state()) {
            case DEAD, ZOMBIE -> true;
            case ALIVE, STOPPED, UNKNOWN -> false;
        };
    }
}
