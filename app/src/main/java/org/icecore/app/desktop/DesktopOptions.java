package org.icecore.app.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.stage.Window;
import org.icecore.workbench.dialog.FileChoice;
import org.icecore.workbench.dialog.PlatformFileChoice;
import org.icecore.workbench.preference.ConfigurationFolder;

/// What the window is told from outside.
///
/// @param configurationFolder where preferences are kept
/// @param sample the folder of the sample investigation, if it is at hand
/// @param files asks the examiner for files, over the window that it is given
/// @param clock gives the times of the error log and of reports
public record DesktopOptions(
        Path configurationFolder,
        Optional<Path> sample,
        Function<Window, FileChoice> files,
        Clock clock) {
    /// Names the folder of the sample investigation.
    public static final String SAMPLE = "icecore.sample";

    /// Options that let the platform ask for files.
    public DesktopOptions(Path configurationFolder, Optional<Path> sample, Clock clock) {
        this(configurationFolder, sample, window -> new PlatformFileChoice(() -> window), clock);
    }

    /// The options of this machine and this start.
    public static DesktopOptions standard() {
        return new DesktopOptions(
                ConfigurationFolder.of("Icecore"),
                Optional.ofNullable(System.getProperty(SAMPLE))
                        .map(Path::of)
                        .filter(Files::isDirectory),
                Clock.systemUTC());
    }

    /// The archives of the sample investigation: before and after.
    public List<Path> sampleFiles() {
        return sample.map(
                        folder ->
                                List.of(
                                        folder.resolve("before.tar.gz"),
                                        folder.resolve("after.tar.gz")))
                .orElse(List.of());
    }
}
