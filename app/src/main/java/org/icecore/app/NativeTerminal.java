package org.icecore.app;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;

/// What the C library knows of the terminal and Java does not tell.
final class NativeTerminal {

    /// Descriptor of standard output.
    static final int OUT = 1;

    /// Descriptor of standard error.
    static final int ERR = 2;

    // TIOCGWINSZ of asm-generic/ioctls.h, and of sys/ttycom.h of Darwin.
    private static final long LINUX_SIZE = 0x5413L;
    private static final long DARWIN_SIZE = 0x40087468L;

    private NativeTerminal() {}

    /// Whether the descriptor is a terminal; false where it cannot be told.
    static boolean isTerminal(int descriptor) {
        return !isCertainlyNone(descriptor) && asked(descriptor);
    }

    /// Whether Linux says that the descriptor is a pipe, a socket or a file outside of `/dev`. The first call of a function of
    /// the C library takes a tenth of a second, which is half of a short answer.
    private static boolean isCertainlyNone(int descriptor) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return !target.startsWith("/dev/") || target.equals("/dev/null");
        } catch (IOException | InvalidPathException _) {
            return false;
        }
    }

    private static boolean asked(int descriptor) {
        var linker = Linker.nativeLinker();
        var function =
                linker.defaultLookup()
                        .find("isatty")
                        .or(() -> linker.defaultLookup().find("_isatty"));
        return function.isPresent() && call(linker, function.get(), descriptor) != 0;
    }

    // Restricted because a wrong signature crashes; this is int isatty(int).
    @SuppressWarnings("restricted")
    private static int call(Linker linker, MemorySegment function, int descriptor) {
        try {
            return (int)
                    linker.downcallHandle(
                                    function,
                                    FunctionDescriptor.of(
                                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                            .invokeExact(descriptor);
        } catch (Throwable _) {
            return 0;
        }
    }

    /// Columns of the terminal on standard output; empty if there is none or it does not say.
    static OptionalInt columns() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var request =
                system.startsWith("linux")
                        ? LINUX_SIZE
                        : system.startsWith("mac") ? DARWIN_SIZE : 0;
        if (request == 0 || !isTerminal(OUT)) {
            return OptionalInt.empty();
        }
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("ioctl")
                .map(function -> columns(linker, function, request))
                .filter(columns -> columns > 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    // int ioctl(int, unsigned long, ...) with a struct winsize: rows, columns, two sizes in pixels.
    @SuppressWarnings("restricted")
    private static int columns(Linker linker, MemorySegment function, long request) {
        try (var arena = Arena.ofConfined()) {
            var size = arena.allocate(ValueLayout.JAVA_SHORT, 4);
            var failed =
                    (int)
                            linker.downcallHandle(
                                            function,
                                            FunctionDescriptor.of(
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.JAVA_LONG,
                                                    ValueLayout.ADDRESS),
                                            Linker.Option.firstVariadicArg(2))
                                    .invokeExact(OUT, request, size);
            return failed == 0
                    ? Short.toUnsignedInt(size.getAtIndex(ValueLayout.JAVA_SHORT, 1))
                    : 0;
        } catch (Throwable _) {
            return 0;
        }
    }
}
