package org.icecore.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;

/// The X display that JavaFX needs on Linux, also below Wayland.
final class XDisplay {

    private XDisplay() {}

    /// One line that says why no window can be shown on it; empty if one can, and where none is needed.
    static Optional<String> complaint() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        var name = System.getenv("DISPLAY");
        if (name == null || name.isBlank()) {
            return Optional.of(
                    System.getenv("WAYLAND_DISPLAY") == null
                            ? "there is no display (DISPLAY is not set)"
                            : "Wayland alone does not do, the window needs Xwayland (DISPLAY is not set)");
        }
        return opens()
                ? Optional.empty()
                : Optional.of("the display %s cannot be opened".formatted(name));
    }

    // Display *XOpenDisplay(char *name), int XCloseDisplay(Display *); restricted as all calls of C
    // are.
    @SuppressWarnings("restricted")
    private static boolean opens() {
        try {
            var library = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
            var linker = Linker.nativeLinker();
            var open =
                    linker.downcallHandle(
                            library.findOrThrow("XOpenDisplay"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            var close =
                    linker.downcallHandle(
                            library.findOrThrow("XCloseDisplay"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            var display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.address() == 0) {
                return false;
            }
            var _ = (int) close.invokeExact(display);
            return true;
        } catch (Throwable _) {
            // Without the library the check of the libraries speaks.
            return true;
        }
    }
}
