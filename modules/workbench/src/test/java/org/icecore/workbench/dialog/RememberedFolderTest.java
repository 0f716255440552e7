package org.icecore.workbench.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.preference.Preferences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedFolderTest {
    private static final Path NAME = Path.of("report.pdf");

    @TempDir private Path home = Path.of("");

    private final ErrorLog log = new ErrorLog(Clock.systemUTC(), Runnable::run);
    private final List<Path> proposed = new ArrayList<>();
    private Optional<Path> answer = Optional.empty();
    private Path evidence = Path.of("");

    @BeforeEach
    void layEvidenceInAFolderOfItsOwn() throws IOException {
        evidence = Files.createDirectories(home.resolve("evidence"));
    }

    private final class Asking implements FileChoice {
        @Override
        public List<Path> open(String title, List<Kind> kinds) {
            return List.of(evidence.resolve("before.tar"));
        }

        @Override
        public Optional<Path> save(String title, Path file, List<Kind> kinds) {
            proposed.add(file);
            return answer;
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.of(evidence);
        }
    }

    private FileChoice dialogs() {
        return new RememberedFolder(new Asking(), preferences(), home);
    }

    private Preferences preferences() {
        return Preferences.load(home.resolve("configuration"), log);
    }

    @Test
    void itIsTheHomeFolderAtFirst() {
        dialogs().save("Save", NAME, List.of());
        assertEquals(List.of(home.resolve("report.pdf")), proposed);
    }

    @Test
    void itIsThatOfDocumentsWhereThereIsOne() throws IOException {
        Files.createDirectory(home.resolve("Documents"));
        dialogs().save("Save", NAME, List.of());
        assertEquals(List.of(home.resolve("Documents").resolve("report.pdf")), proposed);
    }

    @Test
    void itIsNotThatOfTheEvidenceThatWasOpened() {
        var dialogs = dialogs();
        dialogs.open("Open", List.of());
        dialogs.folder("Open a folder");
        dialogs.save("Save", NAME, List.of());
        assertEquals(List.of(home.resolve("report.pdf")), proposed);
    }

    @Test
    void itIsTheOneLastWrittenToInTheNextStartToo() throws IOException {
        var cases = Files.createDirectories(home.resolve("cases"));
        answer = Optional.of(cases.resolve("first.pdf"));
        var preferences = preferences();
        new RememberedFolder(new Asking(), preferences, home).save("Save", NAME, List.of());
        preferences.save();

        dialogs().save("Save", NAME, List.of());
        assertEquals(cases.resolve("report.pdf"), proposed.getLast());

        Files.delete(cases);
        dialogs().save("Save", NAME, List.of());
        assertEquals(home.resolve("report.pdf"), proposed.getLast());
    }
}
