package org.icecore.workbench.preference;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.icecore.workbench.command.Platform;

/// Where a desktop keeps the settings of a program.
public final class ConfigurationFolder {
    private ConfigurationFolder() {}

    /// The folder of the program on this machine, for this user.
    public static Path of(String program) {
        return of(
                program,
                Platform.current(),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    /// The folder of the program on a platform: `$XDG_CONFIG_HOME` or `~/.config`, `%APPDATA%`,
    /// `~/Library/Application Support`. A relative `XDG_CONFIG_HOME` is ignored, as its specification demands.
    public static Path of(
            String program, Platform platform, Map<String, String> environment, Path home) {
        var name = program.toLowerCase(Locale.ROOT);
        return switch (platform) {
            case LINUX ->
                    absolute(
                                    environment.getOrDefault("XDG_CONFIG_HOME", ""),
                                    home.resolve(".config"))
                            .resolve(name);
            case WINDOWS ->
                    absolute(
                                    environment.getOrDefault("APPDATA", ""),
                                    home.resolve("AppData").resolve("Roaming"))
                            .resolve(program);
            case MAC -> home.resolve("Library").resolve("Application Support").resolve(program);
        };
    }

    private static Path absolute(String text, Path otherwise) {
        return !text.isEmpty() && Path.of(text).isAbsolute() ? Path.of(text) : otherwise;
    }
}
