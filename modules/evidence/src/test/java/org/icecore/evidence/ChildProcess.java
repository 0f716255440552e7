package org.icecore.evidence;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Programs of these tests in a Java of their own, to be killed.
final class ChildProcess {

    private ChildProcess() {}

    static Process of(Class<?> program, String... arguments)
            throws IOException, URISyntaxException {
        var main = Archive.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        var tests =
                Path.of(ChildProcess.class.getResource("ChildProcess.class").toURI())
                        .resolve("../../../..")
                        .normalize();
        var paths =
                String.join(
                        File.pathSeparator,
                        System.getProperty("java.class.path"),
                        System.getProperty("jdk.module.path", ""),
                        Path.of(main).toString(),
                        tests.toString());
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                paths,
                                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /// The first line that begins so, or the last that there is.
    static String lastLine(BufferedReader output, String beginning) throws IOException {
        var last = "";
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            last = line;
            if (line.startsWith(beginning)) {
                break;
            }
        }
        return last;
    }
}
