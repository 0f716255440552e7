package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file for bytes of the evidence")
class FreshFileTest {

    @TempDir private Path folder;

    @Test
    void isNamedWhereTheDiskIsFullAndNoHalfOfItStays() throws IOException {
        var failure =
                assertThrows(
                        IOException.class,
                        () ->
                                FreshFile.write(
                                        Path.of(folder.toString(), "out.bin"),
                                        channel -> {
                                            channel.write(ByteBuffer.allocate(100));
                                            throw new IOException("No space left on device");
                                        }));
        assertEquals(
                folder.resolve("out.bin") + ": No space left on device; nothing was written",
                FileTrouble.text(failure));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void isThereAsAWholeInTheEnd() throws Exception {
        var file = folder.resolve("out.bin");
        FreshFile.write(file, channel -> channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3})));
        assertEquals(3, Files.size(file));
    }
}
