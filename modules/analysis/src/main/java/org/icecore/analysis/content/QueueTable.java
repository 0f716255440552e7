package org.icecore.analysis.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.queue.QueueKind;
import org.icecore.checkpoint.queue.QueuedData;
import org.icecore.evidence.EvidenceException;

/// What was written and not read yet.
public final class QueueTable {

    private static final int SHOWN = 64;

    private QueueTable() {}

    /// A run of bytes or a packet.
    ///
    /// @param queue what it waits in
    /// @param holders descriptors that would read it
    /// @param passed open files that travel with it, `file 9` each
    public record Row(
            QueuedData data,
            String queue,
            List<DescriptorTable.Row> holders,
            List<String> passed) {}

    /// One row per run of bytes or packet, oldest first in each queue.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var queues = checkpoint.kernel().queues();
        var holders =
                DescriptorHolders.of(
                        checkpoint,
                        queues.items().stream()
                                .flatMap(data -> data.readers().stream())
                                .collect(Collectors.toSet()));
        var fifos = fifos(checkpoint);
        return new ResultTable<>(
                "queues",
                "Queues",
                COLUMNS,
                queues.items().stream()
                        .map(
                                data ->
                                        new Row(
                                                data,
                                                queue(data, fifos),
                                                data.readers().stream()
                                                        .flatMap(id -> holders.of(id).stream())
                                                        .toList(),
                                                data.passed().stream()
                                                        .map(id -> "file " + id)
                                                        .toList()))
                        .toList(),
                row ->
                        row.data().readers().stream()
                                .findFirst()
                                .<ArtefactRef>map(
                                        id -> new ArtefactRef.OfOpenFile(checkpoint.id(), id))
                                .orElseGet(
                                        () ->
                                                new ArtefactRef.OfMember(
                                                        checkpoint.id(), row.data().at().member())),
                row -> Optional.of(row.data().at()),
                Coverage.without(queues.gaps())
                        .withLimits(
                                List.of(
                                        "CRIU does not dump what waits in UDP, netlink and packet sockets")));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.text(
                            "kind", "Kind", "What it waits in", row -> row.data().kind().label()),
                    Column.text(
                            "queue",
                            "Queue",
                            "Number of the queue; path of a named pipe",
                            Row::queue),
                    Column.number(
                            "index",
                            "Place",
                            "Place in its queue, from 0, oldest first",
                            row -> row.data().index()),
                    Column.of(
                            "readers",
                            "Readers",
                            ColumnKind.FLAGS,
                            "Descriptors that would read it: process id and number",
                            row ->
                                    row.data().kind() == QueueKind.MESSAGES
                                                    || row.data().kind() == QueueKind.TCP_SENT
                                            ? Cell.notApplicable("no descriptor reads it")
                                            : new Cell.Names(
                                                    row.holders().stream()
                                                            .map(DescriptorHolders::name)
                                                            .toList())),
                    Column.of(
                            "size",
                            "Size",
                            ColumnKind.BYTES,
                            "Bytes",
                            row -> new Cell.Bytes(row.data().content().size())),
                    Column.of(
                            "type",
                            "Type",
                            ColumnKind.NUMBER,
                            "Type of a System V message, by which tasks choose",
                            row ->
                                    row.data().messageType().isPresent()
                                            ? Cell.number(row.data().messageType().getAsLong())
                                            : Cell.notApplicable("no System V message")),
                    Column.of(
                            "passed",
                            "Passed files",
                            ColumnKind.FLAGS,
                            "Open files that travel with it (SCM_RIGHTS), by their ids",
                            row ->
                                    row.data().kind() == QueueKind.UNIX
                                            ? new Cell.Names(row.passed())
                                            : Cell.notApplicable("only unix sockets pass files")),
                    Column.of(
                            "content",
                            "Content",
                            ColumnKind.CODE,
                            "The first 64 bytes; bytes that are no ASCII text as \\xNN",
                            row -> content(row.data())));

    /// The paths of named pipes by the numbers of their queues, where they are recorded.
    private static Map<Long, String> fifos(Checkpoint checkpoint) {
        var paths = new HashMap<Long, String>();
        for (var file : checkpoint.files()) {
            if (file instanceof OpenFile.Fifo fifo) {
                fifo.path().ifPresent(path -> paths.putIfAbsent(fifo.pipeId(), path));
            }
        }
        return paths;
    }

    private static String queue(QueuedData data, Map<Long, String> fifos) {
        return data.kind() == QueueKind.FIFO
                ? fifos.getOrDefault(data.key(), queue(data))
                : queue(data);
    }

    /// As `/proc/PID/fd` names them, where it does.
    static String queue(QueuedData data) {
        return switch (data.kind()) {
            case PIPE, FIFO -> "pipe:[%d]".formatted(data.key());
            case UNIX, TCP_RECEIVED, TCP_SENT -> "socket:[%d]".formatted(data.key());
            case TERMINAL -> "terminal " + data.key();
            case MESSAGES -> "queue " + data.key();
        };
    }

    private static Cell content(QueuedData data) {
        try {
            var bytes = data.content().bytes(0, (int) Math.min(SHOWN, data.content().size()));
            var text = new StringBuilder();
            for (var one : bytes) {
                text.append(shown(one & 0xff));
            }
            return Cell.text(
                    text.append(data.content().size() > SHOWN ? " and more" : "").toString());
        } catch (EvidenceException e) {
            return new Cell.Absent(Absence.MALFORMED, e.at() + ": " + e.defect());
        }
    }

    private static String shown(int one) {
        return switch (one) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            default ->
                    one >= ' ' && one <= '~' ? Character.toString(one) : "\\x%02x".formatted(one);
        };
    }
}
