package org.icecore.views.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.icecore.checkpoint.CheckpointId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemNamesTest {
    @ParameterizedTest
    @CsvSource({
        "after.tar, after",
        "after.tar.gz, after",
        "After.TGZ, After",
        "shop-2026.tar.zst, shop-2026",
        "checkpoint-shop-7f9c_shop-prod-shop-2026-11-21T22:51:49Z.tar, 22:51:49",
        "images, images",
        "notes.txt, notes.txt",
        ".tar, checkpoint"
    })
    void areTheFileNameWithoutTheEndingOfAnArchiveAndOfKubernetesTheTime(String file, String name) {
        assertEquals(name, ItemNames.of(Path.of("folder", file), List.of()).value());
    }

    @Test
    void areNumberedFromTwo() {
        var taken = List.of(new CheckpointId("after"), new CheckpointId("after-2"));

        assertEquals("after-3", ItemNames.of(Path.of("after.tar"), taken).value());
    }
}
