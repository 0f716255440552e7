package org.icecore.workbench.command;

import java.util.Locale;

/// The desktop whose customs apply: names of modifier keys and folders.
public enum Platform {
    /// Any Unix but the Mac.
    LINUX,
    /// macOS.
    MAC,
    /// Windows.
    WINDOWS;

    /// The platform that a value of the `os.name` system property speaks of.
    public static Platform of(String osName) {
        var name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return MAC;
        }
        return name.startsWith("windows") ? WINDOWS : LINUX;
    }

    /// The platform this program runs on.
    public static Platform current() {
        return of(System.getProperty("os.name", ""));
    }
}
