package org.icecore.workbench;

import java.nio.file.Path;
import java.time.Clock;
import org.icecore.workbench.command.Platform;
import org.icecore.workbench.dialog.FileChoice;
import org.icecore.workbench.icon.IconSource;

/// What the services of a workbench are made from.
///
/// @param configurationFolder where preferences are kept; see [org.icecore.workbench.preference.ConfigurationFolder]
/// @param clock gives the times of the error log
/// @param icons draws what commands, views and rows name
/// @param files asks the examiner for files
/// @param platform whose key names are shown
public record WorkbenchSetup(
        Path configurationFolder,
        Clock clock,
        IconSource icons,
        FileChoice files,
        Platform platform) {
    /// A setup for the platform this program runs on.
    public static WorkbenchSetup of(
            Path configurationFolder, Clock clock, IconSource icons, FileChoice files) {
        return new WorkbenchSetup(configurationFolder, clock, icons, files, Platform.current());
    }
}
