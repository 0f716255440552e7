package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The workbench; given by whoever knows it, so that this package knows no window.
public interface Window {

    /// Why no window can be shown here, in one line; empty if one can.
    Optional<String> obstacle();

    /// Shows the window with the archives opened, and returns when it is closed.
    void open(List<Path> archives);
}
