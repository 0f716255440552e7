package org.icecore.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What a run of the fuzzer came to.
///
/// @param exit 0 if nothing was found
/// @param executions inputs that were tried
/// @param edges places of the code that were reached
/// @param finds inputs that broke something
/// @param log all that the fuzzer said
record FuzzingOutcome(int exit, long executions, long edges, List<Path> finds, List<String> log) {

    private static final Pattern EXECUTIONS =
            Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
    private static final Pattern EDGES = Pattern.compile("#\\d+\\s.* cov: (\\d+) .*");
    private static final int TOLD = 60;

    FuzzingOutcome {
        finds = List.copyOf(finds);
        log = List.copyOf(log);
    }

    static FuzzingOutcome read(int exit, Path log, Path folder) throws IOException {
        var lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        try (var files = Files.list(folder)) {
            var finds =
                    files.filter(file -> file.getFileName().toString().startsWith("find-"))
                            .sorted()
                            .toList();
            return new FuzzingOutcome(
                    exit, last(EXECUTIONS, lines), last(EDGES, lines), finds, lines);
        }
    }

    private static long last(Pattern pattern, List<String> lines) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(java.util.regex.Matcher::matches)
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .reduce(0, (_, last) -> last);
    }

    /// Whether something broke.
    boolean found() {
        return exit != 0 || !finds.isEmpty();
    }

    /// What broke, and how to see it again.
    String report(String target) {
        return """
        fuzzing %s ended with %d after %d executions
        inputs: %s
        to see it again, copy the input to modules/fuzz/src/test/resources/org/icecore/fuzz/found/%s/ under a name that \
        says what it does, and run ./mvnw -q -pl modules/fuzz -am test -Dtest=KeptInputsTest -Dsurefire.failIfNoSpecifiedTests=false
        %s"""
                .formatted(
                        target,
                        exit,
                        executions,
                        finds,
                        target,
                        String.join("\n", log.subList(Math.max(0, log.size() - TOLD), log.size())));
    }
}
