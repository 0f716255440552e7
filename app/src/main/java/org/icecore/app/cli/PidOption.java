package org.icecore.app.cli;

import java.util.Optional;
import org.icecore.checkpoint.task.Pid;
import picocli.CommandLine.Option;

/// Narrows an answer to one task.
final class PidOption {

    @Option(
            names = {"-p", "--pid"},
            paramLabel = "N",
            description = "Only this task, by its number inside the container.")
    private Optional<Integer> number = Optional.empty();

    Optional<Pid> get() {
        return number.map(Pid::new);
    }
}
