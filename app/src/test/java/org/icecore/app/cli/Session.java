package org.icecore.app.cli;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs the command line inside the test and keeps what it says.
///
/// @param folder current folder of what it writes by itself
/// @param window that is opened, or the obstacle to it
record Session(Path folder, Optional<Path> sample, int width, Window window) {

    /// The evidence that the repository carries, from the folder in which tests run: the same on every machine.
    static final Path EVIDENCE = Path.of("..", "modules", "fixtures", "evidence");

    /// What a run said and how it ended.
    record Outcome(int code, String out, String err) {

        /// Lines of the messages.
        List<String> messages() {
            return err.lines().toList();
        }
    }

    static Session of(Path folder) {
        return new Session(folder, Optional.empty(), 120, new NoWindow("there is no display"));
    }

    Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var surroundings =
                new Surroundings(
                        Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC),
                        "1.0",
                        width,
                        false,
                        false,
                        folder,
                        sample);
        var code =
                new Cli(
                                new PrintWriter(out),
                                new PrintWriter(err),
                                surroundings,
                                new Interruption(),
                                window)
                        .run(List.of(arguments));
        return new Outcome(code, plain(out.toString()), plain(err.toString()));
    }

    /// Without what differs from machine to machine.
    private String plain(String text) {
        return text.replace(System.lineSeparator(), "\n")
                .replace(EVIDENCE.toString() + File.separator, "../modules/fixtures/evidence/")
                .replace(folder.toString() + File.separator, "FOLDER/");
    }

    /// A machine without a display.
    record NoWindow(String reason) implements Window {

        @Override
        public Optional<String> obstacle() {
            return Optional.of(reason);
        }

        @Override
        public void open(List<Path> archives) {
            throw new IllegalStateException("there is no window");
        }
    }

    /// A machine with a display: remembers what was opened.
    record SeenWindow(List<Path> opened) implements Window {

        SeenWindow() {
            this(new ArrayList<>());
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.empty();
        }

        @Override
        public void open(List<Path> archives) {
            opened.addAll(archives);
        }
    }
}
