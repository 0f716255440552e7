package org.icecore.workbench.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.workbench.command.Platform;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.log.LogEntry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    private final ErrorLog log = new ErrorLog(Clock.systemUTC(), Runnable::run);

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("workbench.preferences");
    }

    private List<String> messages() {
        return log.entries().stream().map(LogEntry::message).toList();
    }

    @Test
    void areThereAgainAfterTheNextStart() throws IOException {
        var before = Preferences.load(folder.resolve("new"), log);
        before.put("window.title", "two\nlines \\ and a backslash = fine");
        before.put("window.width", "1280");
        before.save();
        var after = Preferences.load(folder.resolve("new"), log);
        assertEquals(
                Optional.of("two\nlines \\ and a backslash = fine"), after.text("window.title"));
        assertEquals(Optional.of(1280.0), after.number("window.width"));
        assertEquals(
                """
                # icecore preferences 1
                window.title=two\\nlines \\\\ and a backslash = fine
                window.width=1280
                """,
                Files.readString(folder.resolve("new").resolve("workbench.preferences")));
        assertEquals(List.of(), messages());
    }

    @Test
    void leaveNoOtherFileBehind() throws IOException {
        var preferences = Preferences.load(folder, log);
        preferences.put("theme", "dark");
        preferences.save();
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "something else\n",
                "# icecore preferences 1\nno equals sign\n",
                "# icecore preferences 1\na=\\x\n",
                "# icecore preferences 1\na=\\"
            })
    void aDamagedFileIsIgnoredWithANotice(String content) throws IOException {
        Files.writeString(file(), content);
        var preferences = Preferences.load(folder, log);
        assertEquals(Optional.empty(), preferences.text("a"));
        assertEquals(1, messages().size());
        assertTrue(
                messages().getFirst().startsWith(file() + ": preferences ignored: line "),
                messages().getFirst());
    }

    @Test
    void aFileThatIsNoTextIsIgnoredWithANotice() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Preferences.load(folder, log);
        assertEquals(1, messages().size());
    }

    @Test
    void aDamagedFileIsKeptWhenANewOneIsWritten() throws IOException {
        Files.writeString(file(), "damage");
        var preferences = Preferences.load(folder, log);
        preferences.put("theme", "dark");
        preferences.save();
        assertEquals("damage", Files.readString(folder.resolve("workbench.preferences.damaged")));
        assertEquals(Optional.of("dark"), Preferences.load(folder, log).text("theme"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsReported() throws IOException {
        var notAFolder = Files.writeString(folder.resolve("taken"), "");
        var preferences = Preferences.load(notAFolder, log);
        preferences.put("theme", "dark");
        preferences.save();
        assertEquals(1, messages().size());
    }

    @Test
    void aKeyIsOneWord() {
        var preferences = Preferences.load(folder, log);
        assertThrows(IllegalArgumentException.class, () -> preferences.put("two words", ""));
    }

    @Nested
    class TheFolder {
        private final Path home = Path.of("/home/examiner");

        @Test
        void followsTheDesktop() {
            assertEquals(
                    Path.of("/home/examiner/.config/icecore"),
                    ConfigurationFolder.of("Icecore", Platform.LINUX, Map.of(), home));
            assertEquals(
                    Path.of("/x/icecore"),
                    ConfigurationFolder.of(
                            "Icecore", Platform.LINUX, Map.of("XDG_CONFIG_HOME", "/x"), home));
            assertEquals(
                    Path.of("/home/examiner/Library/Application Support/Icecore"),
                    ConfigurationFolder.of("Icecore", Platform.MAC, Map.of(), home));
            assertEquals(
                    Path.of("/roaming/Icecore"),
                    ConfigurationFolder.of(
                            "Icecore", Platform.WINDOWS, Map.of("APPDATA", "/roaming"), home));
        }

        @Test
        void ignoresARelativeVariable() {
            assertEquals(
                    Path.of("/home/examiner/.config/icecore"),
                    ConfigurationFolder.of(
                            "Icecore", Platform.LINUX, Map.of("XDG_CONFIG_HOME", "x"), home));
        }
    }
}
