package org.icecore.views.rootfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.evidence.Location;
import org.icecore.views.bench.Incident;
import org.icecore.views.result.Branches;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RootfsRowsTest {

    @Nested
    class Paths {
        @Test
        void standUnderTheFoldersThatLeadToThem() {
            assertEquals(
                    """
                    etc ~2
                      cron.d ~1
                        sysupd
                      passwd
                    """,
                    text(deleted("/etc/passwd", "/etc/cron.d/sysupd")));
        }

        @Test
        void ofAFolderThatIsItselfListedAreOneRowWithIt() {
            assertEquals(
                    """
                    data ~1
                      new
                    """,
                    text(deleted("/data/", "/data/new")));
        }

        @Test
        void ofWhichTheExportSaysTwoThingsHaveTwoRows() {
            assertEquals(
                    """
                    a
                    a
                    """,
                    text(deleted("/a", "/a")));
        }

        @Test
        void thatAreAbsurdlyDeepStandUnderTheLastFolderThatIsShown() {
            var deep = "/d".repeat(100_000) + "/x";
            var rows = RootfsRows.rows(deleted(deep));
            assertTrue(rows.size() < 200, rows.size() + " rows");
            assertEquals("x", rows.getLast().name());
        }
    }

    @Nested
    class TheIncident {
        @Test
        void leftTheseFilesBehind() {
            try (var incident = Incident.compared()) {
                var rows = RootfsRows.of(incident.checkpoint("after")).rows();
                assertEquals(
                        """
                        etc ~4
                          cron.d ~1
                            sysupd
                          debian_version
                          ld.so.preload.demo
                          passwd
                        """,
                        text(
                                RootfsRows.tree(rows),
                                rows.stream().filter(row -> row.path().equals("/etc")).toList()));
            }
        }

        @Test
        void isToldWithWhatExportsNeverHold() {
            try (var incident = Incident.compared()) {
                assertFalse(
                        RootfsRows.of(incident.checkpoint("after")).coverage().limits().isEmpty());
            }
        }
    }

    private static List<RootfsChange> deleted(String... paths) {
        return Stream.of(paths)
                .map(
                        path ->
                                new RootfsChange(
                                        path,
                                        RootfsChange.Kind.DELETED,
                                        Optional.empty(),
                                        Location.of("deleted.files", 0, 0)))
                .toList();
    }

    private static String text(List<RootfsChange> changes) {
        var tree = RootfsRows.tree(RootfsRows.rows(changes));
        return text(tree, tree.roots());
    }

    private static String text(Branches<RootfsRow> tree, List<RootfsRow> roots) {
        var text = new StringBuilder();
        roots.forEach(root -> write(root, tree, "", text));
        return text.toString();
    }

    private static void write(
            RootfsRow row, Branches<RootfsRow> tree, String indent, StringBuilder text) {
        text.append(indent)
                .append(row.name())
                .append(row.below() > 0 ? " ~" + row.below() : "")
                .append('\n');
        tree.children().apply(row).forEach(child -> write(child, tree, indent + "  ", text));
    }
}
