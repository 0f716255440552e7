package org.icecore.icons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class IconSetTest {
    /// What the program may ask for. A drawing that is not listed is dead; a name without a drawing is a hole.
    private static final List<String> NAMES =
            """
            about acquisition added anonymous archive back bookmark cancel changed checkpoint clear close close-all
            close-checkpoint close-part compare container copy copy-address copy-array copy-digest copy-dump
            copy-hex copy-path copy-text credentials data-inspector deleted-file detach device directory environment
            epoll error eventfd evidence exit export fifo file filter find find-next find-previous focus-editors
            folder follow font-larger font-smaller font-usual forward gap goto grow heap help hex image-file info
            inotify keys log mapping mapping-exec mapping-shared maximise member memfd mount move-view namespace
            network next-change next-editor next-part next-perspective next-tab next-view only-changes open
            open-file part-menu pdf perspective-compare perspective-memory perspective-triage pipe previous-change
            previous-editor previous-part previous-perspective previous-tab previous-view progress properties raw
            recent recovered refresh registers removed report report-folder reset-layout rootfs row-16 row-32 row-8
            row-fitting sample save scope-all search select-all settings show-comparison shrink signalfd socket
            socket-listen split stack stop-comparing swap task-alive task-dead task-stopped task-zombie text theme
            theme-dark theme-high-contrast theme-light thread timerfd tty unix-socket unknown-image vdso warning
            wrap open-folder raise-limit supply-parent
            cgroup filters host ipc lock other-end peers perspective-kernel queue reveal signals traits
            """
                    .lines()
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .toList();

    private final IconSet icons = IconSet.load();

    @Nested
    class TheFamily {
        @Test
        void holdsExactlyTheListedNames() {
            assertEquals(new TreeSet<>(NAMES), new TreeSet<>(icons.names()));
        }

        @Test
        void hasPathDataForEveryIconAndNoTwoAlike() {
            var drawn =
                    icons.names().stream()
                            .map(name -> icons.icon(name).orElseThrow())
                            .map(icon -> icon.stroke() + "|" + icon.accent())
                            .distinct()
                            .count();
            assertEquals(NAMES.size(), drawn);
        }

        @Test
        void knowsNothingUnderAnotherName() {
            assertEquals(Optional.empty(), icons.icon("task-sleeping"));
        }

        @Test
        void paintsTheStateOfATaskAsAccentOverOneShape() {
            var alive = icons.icon("task-alive").orElseThrow();
            var dead = icons.icon("task-dead").orElseThrow();
            assertEquals(alive.stroke(), dead.stroke());
            assertNotEquals(alive.accent(), dead.accent());
        }
    }

    @Nested
    class TheApplicationIcon {
        static final List<Integer> SIZES = IconSet.APPLICATION_SIZES;

        @ParameterizedTest
        @FieldSource("SIZES")
        void isAPngOfTheSideAskedFor(int side) throws IOException {
            try (var png = new DataInputStream(icons.application(side))) {
                assertEquals(0x89504e470d0a1a0aL, png.readLong());
                assertEquals(13, png.readInt());
                assertEquals(0x49484452, png.readInt());
                assertEquals(side, png.readInt());
                assertEquals(side, png.readInt());
            }
        }

        @Test
        void existsInNoOtherSize() {
            var error = assertThrows(IllegalArgumentException.class, () -> icons.application(17));
            assertTrue(error.getMessage().contains("17 pixels"), error.getMessage());
        }
    }
}
