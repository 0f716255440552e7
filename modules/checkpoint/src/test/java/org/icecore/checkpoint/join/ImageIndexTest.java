package org.icecore.checkpoint.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An index of images")
class ImageIndexTest {

    private static final ImageName TREE = ImageName.of(ImageKind.PSTREE);
    private static final int MANY = 100_000;

    @TempDir static Path folder;

    private static Member first;
    private static Member second;

    private final ImageIndex index = new ImageIndex();

    @BeforeAll
    static void twoMembers() throws IOException, EvidenceException {
        Files.writeString(folder.resolve("a"), "1");
        Files.writeString(folder.resolve("b"), "2");
        try (var archive = Archive.open(folder, Progress.unwatched())) {
            first = archive.find("a").orElseThrow();
            second = archive.find("b").orElseThrow();
        }
    }

    @Test
    @DisplayName("finds what was put in, by kind and number")
    void finds() {
        index.put(TREE, first);
        index.put(ImageName.of(ImageKind.CORE, 7), second);
        assertEquals(Optional.of(first), index.find(TREE));
        assertEquals(Optional.of(second), index.find(ImageName.of(ImageKind.CORE, 7)));
        assertEquals(Optional.empty(), index.find(ImageName.of(ImageKind.CORE, 8)));
        assertEquals(Optional.empty(), index.find(ImageName.of(ImageKind.MM, 7)));
    }

    @Test
    @DisplayName("tells a name with the number 0 from one without a number")
    void numbered() {
        index.put(ImageName.of(ImageKind.PSTREE, 0), first);
        assertFalse(index.has(TREE));
        assertEquals(List.of(ImageName.of(ImageKind.PSTREE, 0)), index.names());
    }

    @Test
    @DisplayName("keeps the place of the first of a name and the member of the last")
    void replaces() {
        index.put(TREE, first);
        index.put(ImageName.of(ImageKind.FILES), first);
        index.put(TREE, second);
        assertEquals(List.of(TREE, ImageName.of(ImageKind.FILES)), index.names());
        assertEquals(Optional.of(second), index.find(TREE));
    }

    @Test
    @DisplayName("keeps the order of a hundred thousand, and finds each")
    void many() {
        for (int pid = MANY; pid > 0; pid--) {
            index.put(ImageName.of(ImageKind.CORE, pid), pid % 2 == 0 ? first : second);
        }
        assertEquals(MANY, index.names().size());
        assertEquals(ImageName.of(ImageKind.CORE, MANY), index.names().getFirst());
        assertEquals(ImageName.of(ImageKind.CORE, 1), index.names().getLast());
        for (int pid = 1; pid <= MANY; pid++) {
            assertEquals(
                    Optional.of(pid % 2 == 0 ? first : second),
                    index.find(ImageName.of(ImageKind.CORE, pid)));
        }
    }

    @Test
    @DisplayName("takes numbers that differ in their highest bits alone in the time of any others")
    void highNumbers() {
        for (long number = 0; number < MANY; number++) {
            index.put(ImageName.of(ImageKind.PAGES, number << 47), first);
        }
        assertTrue(index.has(ImageName.of(ImageKind.PAGES, 99_999L << 47)));
        assertFalse(index.has(ImageName.of(ImageKind.PAGES, 1)));
    }
}
