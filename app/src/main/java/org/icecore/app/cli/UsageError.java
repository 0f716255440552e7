package org.icecore.app.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells of a command line that cannot be understood, in one line that says where to read on.
record UsageError(Terminal terminal) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.complain("%s (%s --help)".formatted(message(e), command));
        return ExitCode.WRONG_USAGE.number();
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            var word = unmatched.getUnmatched().getFirst();
            return word.startsWith("-") && word.length() > 1
                    ? "unknown option %s%s"
                            .formatted(word, Spelling.suggestion(word, options(e.getCommandLine())))
                    : "one argument too many: '%s'".formatted(word);
        }
        var message = e.getMessage() == null ? "cannot be understood" : e.getMessage();
        var line =
                message.lines()
                        .findFirst()
                        .orElse(message)
                        .replaceFirst(" is not an? (int|long)$", " is not a whole number");
        return line.isEmpty() ? line : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
    }
}
