package org.icecore.views.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a checkpoint is called in tabs, trees and lines.
class TitleTest {

    @Test
    void isTheContainerAndItsIdAmongTheOpened() {
        try (var incident = Incident.compared()) {
            assertEquals("shop (after)", incident.checkpoint("after").title());
        }
    }

    @Test
    void isTheFolderOfImagesThatNoEngineNames(@TempDir Path folder) throws Exception {
        var dumps = Files.createDirectories(folder.resolve("dumps").resolve("7"));
        try (var incident = Incident.closed()) {
            var image = Files.createDirectories(dumps);
            try (var unpacked = Incident.compared()) {
                var archive = unpacked.checkpoint("after").archive();
                for (var member : archive.members()) {
                    if (member.name().matches("checkpoint/(pstree|inventory|core-1)\\.img")) {
                        var bytes = new byte[(int) member.size()];
                        archive.open(member)
                                .read(0, java.lang.foreign.MemorySegment.ofArray(bytes));
                        Files.write(
                                image.resolve(member.name().substring("checkpoint/".length())),
                                bytes);
                    }
                }
            }
            incident.bench().open(List.of(folder.resolve("dumps")));
            incident.until("open", () -> !incident.bench().open().isEmpty());
            assertEquals("dumps/7", incident.bench().open().getFirst().title());
        }
    }
}
