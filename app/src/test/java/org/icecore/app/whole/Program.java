package org.icecore.app.whole;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.icecore.app.desktop.Desktop;
import org.icecore.app.desktop.DesktopOptions;
import org.icecore.views.bench.Bench;
import org.icecore.workbench.dialog.FileChoice;

/// The desktop program from its first window to its end, with an examiner who is asked for files.
record Program(Stage window, Bench bench, Eyes eyes, Hands hands) {
    /// When it is, as far as the program can know.
    static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    /// Starts the program on no files and waits until its window can be used.
    ///
    /// @param configuration the folder in which the program remembers
    /// @param opened the answer to the question which files to open
    /// @param saved the answer to the question where to write
    static Program start(Path configuration, List<Path> opened, Path saved) {
        var options =
                new DesktopOptions(
                        configuration,
                        Optional.empty(),
                        _ -> new Answers(opened, saved),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        var window = Toolkit.ask(Stage::new);
        var bench = Toolkit.ask(() -> Desktop.open(window, List.of(), options, _ -> {}));
        Toolkit.waitUntil(
                "the window shows and has the keys",
                window::isFocused,
                () -> "showing: " + window.isShowing());
        return new Program(window, bench, new Eyes(window), new Hands(window));
    }

    /// Ends the program.
    void close() {
        Toolkit.run(window::close);
        Toolkit.run(bench::close);
    }

    private record Answers(List<Path> opened, Path saved) implements FileChoice {
        @Override
        public List<Path> open(String title, List<Kind> kinds) {
            return opened;
        }

        @Override
        public Optional<Path> save(String title, Path proposed, List<Kind> kinds) {
            return Optional.of(saved);
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }
}
