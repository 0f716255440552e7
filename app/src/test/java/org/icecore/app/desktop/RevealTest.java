package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.archive.ArchiveView;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.MemberKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A path of the root file system")
class RevealTest {
    private static final CheckpointId AFTER = new CheckpointId("after");
    private static final ArtefactRef PASSWD = new ArtefactRef.OfRootfsEntry(AFTER, "/etc/passwd");

    @TempDir private Path folder = Path.of("");

    private DesktopWindow opened() {
        var files = DesktopWindow.sample();
        var window = DesktopWindow.open(folder.resolve("configuration"), files);
        DesktopWindow.until("opened", () -> window.bench().open().size() == files.size());
        DesktopWindow.call(
                () -> {
                    window.services().selection().select("test", PASSWD);
                    return true;
                });
        return window;
    }

    @Test
    void isRevealedAsTheEntryOfTheExport() {
        try (var window = opened()) {
            assertTrue(window.execute(BenchCommands.REVEAL_IN_IMAGE));
            DesktopWindow.until(
                    "revealed",
                    () ->
                            window.services()
                                    .parts()
                                    .editorKeys()
                                    .contains(new MemberKey(AFTER, "rootfs-diff.tar")));
        }
    }

    @Test
    void isRevealedAsTheEntryOfTheNestedArchive() {
        try (var window = opened()) {
            assertTrue(window.execute(BenchCommands.REVEAL_IN_ARCHIVE));
            DesktopWindow.until(
                    "shown", () -> window.services().parts().view(ArchiveView.ID).isPresent());
            assertEquals(
                    Optional.of(PASSWD),
                    DesktopWindow.call(
                            () ->
                                    window.services()
                                            .selection()
                                            .current()
                                            .get()
                                            .as(ArtefactRef.class)));
        }
    }
}
