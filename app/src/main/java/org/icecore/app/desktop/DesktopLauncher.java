package org.icecore.app.desktop;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;

/// The way into the window. No application of the toolkit itself, so that it starts from the class path, too.
public final class DesktopLauncher {
    private DesktopLauncher() {}

    /// Opens the window on these files and returns when it is closed. Once in a Java machine.
    public static void launch(List<Path> files) {
        Application.launch(
                Desktop.class, files.stream().map(Path::toString).toArray(String[]::new));
    }
}
