package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.List;

/// Opens the workbench; given by whoever knows it, so that this package knows no window.
public interface Window {

    /// Shows the window with the archives opened, and returns when it is closed.
    void open(List<Path> archives);
}
