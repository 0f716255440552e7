package org.icecore.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Where commands write to, and how they open evidence and tell what is wrong with it.
///
/// @param out answers
/// @param err messages
record Terminal(
        PrintWriter out, PrintWriter err, Surroundings surroundings, Interruption interruption) {

    /// A question about an opened checkpoint.
    interface Question {
        ExitCode ask(Checkpoint checkpoint) throws EvidenceException, IOException;
    }

    /// A question about two.
    interface PairQuestion {
        ExitCode ask(Checkpoint before, Checkpoint after) throws EvidenceException, IOException;
    }

    /// Something that can fail as evidence and files do.
    interface Deed {
        ExitCode perform() throws EvidenceException, IOException;
    }

    /// Opens the archive and asks; damage is told after the answer.
    ExitCode with(Path archive, Question question) {
        return guarded(
                () -> {
                    try (var checkpoint = open(archive, id(archive))) {
                        return tell(checkpoint.defects(), question.ask(checkpoint));
                    }
                });
    }

    /// Opens both archives and asks.
    ExitCode with(Path first, Path second, PairQuestion question) {
        return guarded(
                () -> {
                    try (var before = open(first, id(first));
                            var after = open(second, distinct(id(second), id(first)))) {
                        var answer = question.ask(before, after);
                        var defects = new ArrayList<>(before.defects());
                        defects.addAll(after.defects());
                        return tell(defects, answer);
                    }
                });
    }

    Checkpoint open(Path archive, CheckpointId id) throws EvidenceException {
        try (var watch = watch("opening " + id)) {
            return Checkpoint.open(archive, id, watch);
        }
    }

    /// Shows progress of work, if somebody looks.
    Watch watch(String deed) {
        return new Watch(
                Printable.text(deed),
                surroundings.watched() ? Optional.of(err) : Optional.empty(),
                interruption);
    }

    /// Performs the deed and tells of its failure in one line.
    ExitCode guarded(Deed deed) {
        try (var _ = interruption.begin()) {
            return deed.perform();
        } catch (EvidenceException e) {
            complain(e.getMessage());
        } catch (IOException e) {
            complain(FileTrouble.text(e));
        }
        return ExitCode.CANNOT_OPEN;
    }

    /// Says one line about what is wrong.
    void complain(String sentence) {
        err.println("icecore: " + Printable.text(sentence));
    }

    ExitCode tell(List<Defect> defects, ExitCode answer) {
        out.flush();
        defects.forEach(defect -> complain(defect.toString()));
        return answer == ExitCode.DONE && !defects.isEmpty() ? ExitCode.INCOMPLETE : answer;
    }

    /// Whether the checkpoint has the task; tells if not.
    boolean knows(Checkpoint checkpoint, Optional<Pid> pid) {
        if (pid.isEmpty() || checkpoint.tasks().find(pid.get()).isPresent()) {
            return true;
        }
        complain(
                "task %s is not in %s; its tasks are %s"
                        .formatted(
                                pid.get(),
                                checkpoint.id(),
                                Enumeration.of(
                                        checkpoint.tasks().all().stream()
                                                .map(task -> task.pid().toString())
                                                .toList())));
        return false;
    }

    void print(ResultTable<?> table, boolean explained) {
        new TextTable(out, surroundings.width(), explained).print(table);
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

    private static CheckpointId distinct(CheckpointId id, CheckpointId other) {
        return id.equals(other) ? new CheckpointId(id.value() + "-2") : id;
    }
}
