package org.icecore.app;

import java.io.PrintStream;
import java.util.List;

/// The program's entry.
public final class Main {
    private static final int DONE = 0;
    private static final int WRONG_USAGE = 2;

    private Main() {}

    /// Runs the program and ends the Java machine with its exit code.
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("--version"))) {
            out.println("icecore " + version());
            return DONE;
        }
        err.println("usage: icecore --version");
        return WRONG_USAGE;
    }

    private static String version() {
        return Main.class.getModule().getDescriptor().rawVersion().orElse("of unknown version");
    }
}
