package org.icecore.app.speed;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs other programs.
final class Command {

    private static final String HEAP = "-Xmx256m";

    private Command() {}

    /// Whether a program of that name can be started.
    static boolean isHere(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable);
    }

    /// Seconds from the start to the end of a command whose output nobody reads.
    static double seconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        run(command, Redirect.DISCARD);
        return (System.nanoTime() - start) / 1e9;
    }

    static void run(List<String> command, Redirect output)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command);
        builder.redirectOutput(output).redirectError(Redirect.INHERIT);
        builder.environment().put("ICECORE_JAVA_OPTS", HEAP);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException("%s ended with %d".formatted(String.join(" ", command), code));
        }
    }
}
