package org.icecore.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.icecore.app.cli.Cli;
import org.icecore.app.cli.Interruption;
import org.icecore.app.cli.Surroundings;
import org.icecore.app.cli.Window;
import org.icecore.app.desktop.DesktopLauncher;

/// The program's entry: the one place that knows both the command line and the window.
public final class Main {

    private static final long SECONDS_TO_CLEAN_UP = 10;

    private Main() {}

    /// Runs the program and ends the Java machine with its exit code.
    public static void main(String[] arguments) {
        var interruption = new Interruption();
        // Ctrl+C ends the Java machine; what is half done is to be taken back before.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> interruption.stop(SECONDS_TO_CLEAN_UP, TimeUnit.SECONDS)));
        System.exit(
                new Cli(
                                StandardStream.answers(),
                                StandardStream.messages(),
                                surroundings(),
                                interruption,
                                new Workbench())
                        .run(List.of(arguments)));
    }

    private static Surroundings surroundings() {
        return new Surroundings(
                Clock.systemUTC(),
                version(),
                width(),
                NativeTerminal.isTerminal(NativeTerminal.ERR),
                "1".equals(System.getenv("ICECORE_DEBUG")),
                Path.of("").toAbsolutePath(),
                Optional.ofNullable(System.getProperty("icecore.sample"))
                        .map(Path::of)
                        .filter(Files::isDirectory));
    }

    /// As wide as the user says, else as the terminal is, else as usual.
    private static int width() {
        return Optional.ofNullable(System.getenv("COLUMNS"))
                .filter(columns -> columns.matches("[1-9][0-9]{1,4}"))
                .map(Integer::valueOf)
                .orElseGet(() -> NativeTerminal.columns().orElse(Surroundings.USUAL_WIDTH));
    }

    private static String version() {
        return Main.class.getModule().getDescriptor() == null
                ? "of unknown version"
                : Main.class.getModule().getDescriptor().rawVersion().orElse("of unknown version");
    }

    /// The window, if one can be shown here.
    private static final class Workbench implements Window {

        @Override
        public Optional<String> obstacle() {
            // A toolkit told to work without a display needs none.
            if ("Headless".equalsIgnoreCase(System.getProperty("glass.platform"))) {
                return SystemLibraries.ofHeadlessToolkit().complaint();
            }
            return XDisplay.complaint().or(() -> SystemLibraries.ofWindow().complaint());
        }

        @Override
        public void open(List<Path> archives) {
            DesktopLauncher.launch(archives);
        }
    }
}
