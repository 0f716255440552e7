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
            added anonymous archive back bookmark cancel changed checkpoint close compare container copy credentials
            deleted-file device directory environment epoll error eventfd evidence export fifo file filter find folder
            forward goto heap help hex image-file info inotify keys log mapping mapping-exec mapping-shared maximise
            member memfd mount namespace network next-change open open-file pdf perspective-compare perspective-memory
            perspective-triage pipe previous-change progress properties refresh registers removed report reset-layout
            save search settings signalfd socket socket-listen split stack task-alive task-dead task-stopped
            task-zombie text theme thread timerfd tty unix-socket vdso warning
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
