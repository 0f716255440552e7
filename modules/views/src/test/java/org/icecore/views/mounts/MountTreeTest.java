package org.icecore.views.mounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.evidence.Location;
import org.icecore.views.result.Branches;
import org.junit.jupiter.api.Test;

class MountTreeTest {

    @Test
    void putsAMountUnderTheOneItIsMountedOn() {
        assertEquals(
                """
                /
                  /dev
                    /dev/shm
                  /proc
                """,
                text(
                        mount(1, 0, "/"),
                        mount(2, 1, "/dev"),
                        mount(3, 2, "/dev/shm"),
                        mount(4, 1, "/proc")));
    }

    @Test
    void keepsTheNamespacesApart() {
        assertEquals(
                """
                /
                /inner
                """,
                text(mount(1, 0, "/"), in(2, 2, 1, "/inner")));
    }

    @Test
    void aMountWithoutItsParentStandsAtTheTop() {
        assertEquals("/lost\n", text(mount(9, 8, "/lost")));
    }

    @Test
    void mountsThatAreTheirOwnAncestorsStandAtTheTop() {
        assertEquals(
                """
                /a
                /b
                /self
                """,
                text(mount(1, 2, "/a"), mount(2, 1, "/b"), mount(3, 3, "/self")));
    }

    @Test
    void twoMountsOfOneIdAreBothShown() {
        assertEquals(
                """
                /
                  /child
                /again
                """,
                text(mount(1, 0, "/"), mount(1, 0, "/again"), mount(2, 1, "/child")));
    }

    @Test
    void aLadderWithoutEndIsCutIntoPieces() {
        var ladder =
                IntStream.rangeClosed(1, 5000).mapToObj(id -> mount(id, id - 1, "/" + id)).toList();
        var tree = MountTree.of(ladder);
        assertEquals(5000, tree.roots().stream().mapToInt(root -> count(root, tree)).sum());
    }

    private static int count(Mount mount, Branches<Mount> tree) {
        return 1
                + tree.children().apply(mount).stream().mapToInt(child -> count(child, tree)).sum();
    }

    private static String text(Mount... mounts) {
        var tree = MountTree.of(List.of(mounts));
        var text = new StringBuilder();
        tree.roots().forEach(root -> write(root, tree, "", text));
        return text.toString();
    }

    private static void write(
            Mount mount, Branches<Mount> tree, String indent, StringBuilder text) {
        text.append(indent).append(mount.mountPoint()).append('\n');
        tree.children().apply(mount).forEach(child -> write(child, tree, indent + "  ", text));
    }

    private static Mount mount(int id, int parent, String point) {
        return in(1, id, parent, point);
    }

    private static Mount in(long namespace, int id, int parent, String point) {
        return new Mount(
                namespace,
                id,
                parent,
                Observed.present("tmpfs", Location.of("mountpoints-1.img", 0, 1)),
                "/",
                point,
                "tmpfs",
                "",
                0,
                OptionalInt.empty(),
                false,
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                false,
                false,
                Optional.empty(),
                Location.of("mountpoints-1.img", 0, 1));
    }
}
