package org.icecore.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.SeveralCheckpointsException;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.UnpackingLimitException;

/// Where commands write to, and how they open evidence and tell what is wrong with it.
///
/// @param out answers
/// @param err messages
record Terminal(
        PrintWriter out, PrintWriter err, Surroundings surroundings, Interruption interruption) {

    private static final int MOST_CANDIDATES = 50;
    private static final String NAME = "icecore: ";

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

    /// Opens the only checkpoint of the archive and asks; damage is told after the answer.
    ExitCode with(Path archive, Question question) {
        return with(archive, new SourceOptions(), question);
    }

    /// Opens the archive as the options say and asks; damage is told after the answer.
    ExitCode with(Path archive, SourceOptions options, Question question) {
        return guarded(
                () -> {
                    var supply = options.supply();
                    var wanted = options.of(archive, 0);
                    try (var checkpoint = open(wanted, wanted.id(), supply)) {
                        supply.check();
                        return tell(List.of(checkpoint), question.ask(checkpoint));
                    }
                });
    }

    /// Opens the only checkpoint of each of the two archives and asks.
    ExitCode with(Path first, Path second, PairQuestion question) {
        return with(first, second, new SourceOptions(), question);
    }

    /// Opens both archives as the options say and asks.
    ExitCode with(Path first, Path second, SourceOptions options, PairQuestion question) {
        return guarded(
                () -> {
                    var supply = options.supply();
                    var one = options.of(first, 0);
                    var other = options.of(second, 1);
                    try (var before = open(one, one.id(), supply);
                            var after = open(other, distinct(other.id(), one.id()), supply)) {
                        supply.check();
                        return tell(List.of(before, after), question.ask(before, after));
                    }
                });
    }

    Checkpoint open(Wanted wanted, CheckpointId id, Supply supply) throws EvidenceException {
        try (var watch = watch("opening " + id)) {
            return supply.open(wanted.exact(watch), id, watch);
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
        } catch (SeveralCheckpointsException e) {
            complain(e);
        } catch (UnpackingLimitException e) {
            complain(e.getMessage() + ", if you know that it is that large: --unpack-limit SIZE");
        } catch (EvidenceException e) {
            complain(e.getMessage());
        } catch (IOException e) {
            complain(FileTrouble.text(e));
        }
        return ExitCode.CANNOT_OPEN;
    }

    /// Says one thing about what is wrong: in one line for whoever searches the messages, broken between words for a reader.
    void complain(String sentence) {
        var text = Printable.text(sentence);
        var words = text.stripLeading();
        var lead = NAME + text.substring(0, text.length() - words.length());
        err.println(
                surroundings.watched()
                        ? Wrapping.hanging(lead, words, surroundings.width())
                        : lead + words);
    }

    /// Says one thing, and what it rests on, each in a line of its own.
    void complain(String sentence, List<String> reasons) {
        complain(sentence);
        reasons.forEach(reason -> complain("  " + reason));
    }

    /// Says which checkpoints there are and how to choose.
    private void complain(SeveralCheckpointsException several) {
        var candidates = several.candidates();
        complain(
                "%s: holds %d checkpoints; --checkpoint NAME chooses one of them:"
                        .formatted(several.at().member(), candidates.size()));
        candidates.stream()
                .limit(MOST_CANDIDATES)
                .forEach(
                        candidate ->
                                complain(
                                        "  %s  (%s)"
                                                .formatted(
                                                        candidate.name(),
                                                        candidate.layout().title())));
        if (candidates.size() > MOST_CANDIDATES) {
            complain("  and %d more".formatted(candidates.size() - MOST_CANDIDATES));
        }
    }

    /// Says what is wrong with the evidence, and what can be done about it.
    ExitCode tell(Collection<Checkpoint> checkpoints, ExitCode answer) {
        return tell(checkpoints, checkpoint -> checkpoint.id().value(), answer);
    }

    /// The same of checkpoints with the names that they have in the answer.
    ExitCode tell(
            Collection<Checkpoint> checkpoints,
            Function<Checkpoint, String> name,
            ExitCode answer) {
        var code =
                tell(
                        checkpoints.stream()
                                .flatMap(checkpoint -> checkpoint.defects().stream())
                                .toList(),
                        answer);
        checkpoints.stream()
                .filter(Supply::lacks)
                .forEach(
                        checkpoint ->
                                complain(
                                        "%s: pages of it lie in another dump that is not here; --parent FILE supplies it"
                                                .formatted(name.apply(checkpoint))));
        return code;
    }

    /// Says what is wrong or unusual; of what is merely unusual nothing is lost.
    ExitCode tell(List<Defect> defects, ExitCode answer) {
        out.flush();
        defects.forEach(defect -> complain(defect.toString()));
        var lossy = defects.stream().anyMatch(defect -> defect.kind() != Defect.Kind.ODD);
        return answer == ExitCode.DONE && lossy ? ExitCode.INCOMPLETE : answer;
    }

    /// Whether the checkpoint has the task; tells if not.
    boolean knows(Checkpoint checkpoint, Optional<Pid> pid) {
        if (pid.isEmpty() || checkpoint.tasks().find(pid.get()).isPresent()) {
            return true;
        }
        var pids = checkpoint.tasks().all().stream().map(task -> task.pid().toString()).toList();
        complain(
                "task %s is not in %s; %s"
                        .formatted(
                                pid.get(),
                                checkpoint.id(),
                                switch (pids.size()) {
                                    case 0 -> "no task of it is known";
                                    case 1 -> "its only task is " + pids.getFirst();
                                    default -> "its tasks are " + Enumeration.of(pids);
                                }));
        return false;
    }

    void print(ResultTable<?> table, boolean explained) {
        new TextTable(out, surroundings.width(), explained).print(table);
    }

    /// The name of a file without what engines and people put behind it.
    static CheckpointId id(Path archive) {
        var name = archive.toAbsolutePath().normalize().getFileName();
        return id(name == null ? "" : name.toString());
    }

    /// The same of a name.
    static CheckpointId id(String name) {
        var plain = name.replaceFirst("(?i)\\.(tar|tgz)(\\.[a-z0-9]+)?$", "");
        return new CheckpointId(plain.isBlank() ? "checkpoint" : plain);
    }

    private static CheckpointId distinct(CheckpointId id, CheckpointId other) {
        return id.equals(other) ? new CheckpointId(id.value() + "-2") : id;
    }
}
