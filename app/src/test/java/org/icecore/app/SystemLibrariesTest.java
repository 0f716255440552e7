package org.icecore.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.icecore.app.SystemLibraries.Library;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("A check of the system libraries")
@EnabledOnOs(OS.LINUX)
class SystemLibrariesTest {
    private static final Library PRESENT = new Library("libc.so.6", "libc6");

    @Test
    void hasNothingToSayWhenAllCanBeLoaded() {
        assertEquals(Optional.empty(), new SystemLibraries(List.of(PRESENT)).complaint());
    }

    @Test
    void namesWhatIsMissingAndThePackagesThatHoldItInOneLine() {
        var libraries =
                new SystemLibraries(
                        List.of(
                                new Library("libicecore-one.so.0", "libicecore"),
                                PRESENT,
                                new Library("libicecore-two.so.0", "libicecore"),
                                new Library("libmeltwater.so.1", "libmeltwater1")));
        assertEquals(
                Optional.of(
                        "the window needs system libraries that are missing (libicecore-one.so.0,"
                                + " libicecore-two.so.0, libmeltwater.so.1): apt install libicecore"
                                + " libmeltwater1"),
                libraries.complaint());
    }
}
