package org.icecore.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// Where commands write to, and what they need from outside.
///
/// @param out answers
/// @param err messages
/// @param clock tells when a report was made
record Terminal(PrintWriter out, PrintWriter err, Clock clock, String version) {

    /// A question about an opened checkpoint.
    interface Question {
        ExitCode ask(Checkpoint checkpoint) throws EvidenceException, java.io.IOException;
    }

    /// A question about two.
    interface PairQuestion {
        ExitCode ask(Checkpoint before, Checkpoint after)
                throws EvidenceException, java.io.IOException;
    }

    /// Opens the archive and asks; damage is told after the answer.
    ExitCode with(Path archive, Question question) {
        return guarded(
                () -> {
                    try (var checkpoint =
                            Checkpoint.open(archive, id(archive), Progress.unwatched())) {
                        var answer = question.ask(checkpoint);
                        return tell(checkpoint.defects(), answer);
                    }
                });
    }

    /// Opens both archives and asks.
    ExitCode with(Path first, Path second, PairQuestion question) {
        return guarded(
                () -> {
                    var firstId = id(first);
                    var secondId =
                            id(second).equals(firstId)
                                    ? new CheckpointId(firstId.value() + "-2")
                                    : id(second);
                    try (var before = Checkpoint.open(first, firstId, Progress.unwatched());
                            var after = Checkpoint.open(second, secondId, Progress.unwatched())) {
                        var answer = question.ask(before, after);
                        var defects = new ArrayList<>(before.defects());
                        defects.addAll(after.defects());
                        return tell(defects, answer);
                    }
                });
    }

    private interface Deed {
        ExitCode perform() throws EvidenceException, java.io.IOException;
    }

    private ExitCode guarded(Deed deed) {
        try {
            return deed.perform();
        } catch (EvidenceException e) {
            err.println("icecore: " + e.getMessage());
            return ExitCode.CANNOT_OPEN;
        } catch (java.nio.file.FileSystemException e) {
            err.println(
                    "icecore: %s: %s"
                            .formatted(
                                    e.getFile(),
                                    e.getReason() == null ? reason(e) : e.getReason()));
            return ExitCode.CANNOT_OPEN;
        } catch (java.io.IOException e) {
            err.println("icecore: " + e.getMessage());
            return ExitCode.CANNOT_OPEN;
        }
    }

    private static String reason(java.nio.file.FileSystemException e) {
        return switch (e) {
            case java.nio.file.FileAlreadyExistsException _ ->
                    "exists already, and is not overwritten";
            case java.nio.file.NoSuchFileException _ -> "no such file or folder";
            case java.nio.file.AccessDeniedException _ -> "access denied";
            default -> e.getClass().getSimpleName();
        };
    }

    private ExitCode tell(List<Defect> defects, ExitCode answer) {
        defects.forEach(defect -> err.println("icecore: " + defect));
        return answer == ExitCode.DONE && !defects.isEmpty() ? ExitCode.INCOMPLETE : answer;
    }

    /// The name of a file without what engines and people put behind it.
    static CheckpointId id(Path archive) {
        var name = archive.toAbsolutePath().normalize().getFileName();
        var plain =
                name == null
                        ? "checkpoint"
                        : name.toString().replaceFirst("(?i)\\.(tar|tgz)(\\.[a-z0-9]+)?$", "");
        return new CheckpointId(plain.isBlank() ? "checkpoint" : plain);
    }
}
