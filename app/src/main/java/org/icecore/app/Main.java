package org.icecore.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.icecore.app.cli.Cli;
import org.icecore.app.desktop.DesktopLauncher;

/// The program's entry: the one place that knows both the command line and the window.
public final class Main {

    private Main() {}

    /// Runs the program and ends the Java machine with its exit code.
    public static void main(String[] arguments) {
        System.exit(
                run(List.of(arguments), writer(FileDescriptor.out), writer(FileDescriptor.err)));
    }

    /// UTF-8 whatever the locale says: names in evidence are not to become question marks in a pipe.
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
                false);
    }

    static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
        return new Cli(out, err, Clock.systemUTC(), version(), DesktopLauncher::launch).run(arguments);
    }

    private static String version() {
        return Main.class.getModule().getDescriptor() == null
                ? "of unknown version"
                : Main.class.getModule().getDescriptor().rawVersion().orElse("of unknown version");
    }
}
