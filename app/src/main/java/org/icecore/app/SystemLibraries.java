package org.icecore.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shared libraries that JavaFX loads on Linux and does not bring along.
///
/// To be asked before a toolkit starts: without its font library JavaFX prints a trace and hangs. Needs no JavaFX itself.
///
/// @param libraries what must be loadable
public record SystemLibraries(List<Library> libraries) {

    /// A shared library, by the name the linker knows, and the Debian package that holds it.
    public record Library(String file, String debianPackage) {}

    public SystemLibraries {
        libraries = List.copyOf(libraries);
    }

    /// What a toolkit without a display needs.
    public static SystemLibraries ofHeadlessToolkit() {
        return new SystemLibraries(
                onLinux(List.of(new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"))));
    }

    /// What a window on an X display needs.
    public static SystemLibraries ofWindow() {
        return new SystemLibraries(
                onLinux(
                        List.of(
                                new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
                                new Library("libgtk-3.so.0", "libgtk-3-0"),
                                new Library("libXtst.so.6", "libxtst6"),
                                new Library("libXxf86vm.so.1", "libxxf86vm1"))));
    }

    /// One line for the terminal that says what is missing and how to install it; empty if nothing is.
    public Optional<String> complaint() {
        var missing = libraries.stream().filter(library -> !loads(library.file())).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        var files = missing.stream().map(Library::file).collect(Collectors.joining(", "));
        var packages =
                missing.stream()
                        .map(Library::debianPackage)
                        .distinct()
                        .collect(Collectors.joining(" "));
        return Optional.of(
                "the window needs system libraries that are missing (%s): apt install %s"
                        .formatted(files, packages));
    }

    private static List<Library> onLinux(List<Library> libraries) {
        var linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        return linux ? libraries : List.of();
    }

    // Restricted because a library may run code as it is loaded; these are the ones JavaFX loads a
    // moment later.
    @SuppressWarnings("restricted")
    private static boolean loads(String file) {
        try {
            // Never unloaded: GTK does not survive it.
            SymbolLookup.libraryLookup(file, Arena.global());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
