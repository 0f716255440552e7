package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.SeccompFilter;
import org.icecore.checkpoint.task.ThreadCore;
import org.icecore.evidence.Location;
import org.icecore.evidence.Loss;

/// What the filters of system calls of a checkpoint do to a thread. Their numbers are CRIU's own: a thread is under the same
/// filters if the programs are the same, one after the other.
final class FilterChains {

    private static final int LONGEST = 1024;

    private final Map<Integer, Program> programs = new HashMap<>();

    /// A program, without its instructions: an image can hold many.
    private record Program(OptionalInt previous, String text) {}

    private final Loss loss;

    private FilterChains(Loss loss) {
        this.loss = loss;
    }

    static FilterChains of(Checkpoint checkpoint) {
        var chains = new FilterChains(checkpoint.archive().loss());
        for (var filter : checkpoint.kernel().seccompFilters().items()) {
            chains.programs.putIfAbsent(
                    filter.index(), new Program(filter.previous(), text(filter)));
        }
        return chains;
    }

    private static String text(SeccompFilter filter) {
        return "%s%s that return %s, SHA-256 %s"
                .formatted(
                        Counted.of(filter.instructions().size(), "instruction"),
                        filter.flags() == 0 ? "" : ", flags 0x%x,".formatted(filter.flags()),
                        filter.instructions().stream()
                                .filter(line -> line.startsWith("ret "))
                                .map(FilterChains::action)
                                .distinct()
                                .collect(Collectors.joining(" or ")),
                        filter.program());
    }

    /// The meaning of `ret #0x7fff0000  ; allow`, or the number where nobody knows one.
    private static String action(String line) {
        int meaning = line.indexOf("; ");
        return meaning < 0 ? line.substring("ret ".length()) : line.substring(meaning + 2);
    }

    /// The programs that the thread is under, the last one that was added first; nothing where the dump does not say.
    ///
    /// @param at where the thread says so
    Observed<Optional<String>> of(ThreadCore core, Location at) {
        var next = core.seccompFilter();
        if (next.isEmpty()) {
            // That there is none only a core says that tells of seccomp at all.
            return Observed.present(core.seccomp().map(_ -> "none"), at);
        }
        List<String> texts = new ArrayList<>();
        var seen = new HashSet<Integer>();
        while (next.isPresent() && seen.size() < LONGEST && seen.add(next.getAsInt())) {
            var program = programs.get(next.getAsInt());
            if (program == null) {
                return loss == Loss.NONE
                        ? Observed.present(Optional.empty(), at)
                        : Observed.notCaptured(
                                loss.explain(
                                        "no image has the program of filter " + next.getAsInt()));
            }
            texts.add(program.text());
            next = program.previous();
        }
        return Observed.present(Optional.of(String.join("; and ", texts)), at);
    }
}
