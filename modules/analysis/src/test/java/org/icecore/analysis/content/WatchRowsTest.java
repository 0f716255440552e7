package org.icecore.analysis.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.icecore.analysis.CheckpointBuilder;
import org.icecore.analysis.TaskBuilder;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.evidence.Location;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is watched through descriptors that share one epoll")
class WatchRowsTest {

    private static Checkpoint checkpoint(int descriptors, int watches) {
        var poll =
                new OpenFile.EventPoll(
                        new FileId(9),
                        IntStream.range(0, watches)
                                .mapToObj(
                                        i ->
                                                new OpenFile.EventPoll.Watch(
                                                        i % 5, 1, i, OptionalLong.empty(), 0))
                                .toList(),
                        Optional.empty(),
                        Location.of("files.img", 0, 1));
        var task = TaskBuilder.task(2);
        IntStream.range(0, descriptors).forEach(i -> task.descriptor(500 + i, poll));
        return CheckpointBuilder.checkpoint("after").with(task).build();
    }

    private static List<WatchTable.Row> rows(int descriptors, int watches) {
        return WatchTable.of(checkpoint(descriptors, watches)).rows();
    }

    @Test
    void isNamedBesideTheDescriptorUpToTwoHundredThings() {
        var details = DescriptorTable.of(checkpoint(1, 60_000)).column("details").orElseThrow();
        var row = DescriptorTable.of(checkpoint(1, 60_000)).rows().getFirst();
        assertTrue(details.cell(row) instanceof Cell.Names(var names, _) && names.size() == 201);
        assertEquals(
                "watches 60,000 things, of which the first 200 follow; the table of watches has all",
                ((Cell.Names) details.cell(row)).values().getFirst());
    }

    @Test
    void standsUnderEachWhileThatMakesFewRows() {
        var rows = rows(3, 2);
        assertEquals(
                List.of("500 0", "500 1", "501 0", "501 1", "502 0", "502 1"),
                rows.stream()
                        .map(
                                row ->
                                        row.descriptor().fd()
                                                + " "
                                                + Long.decode(CellText.brief(row.data())))
                        .toList());
    }

    @Test
    void standsUnderTheFirstAloneWhereTheRowsWouldMultiply() {
        var rows = rows(100, 60_000);
        assertEquals(60_000 + 99, rows.size());
        assertEquals("0xea5f", CellText.brief(rows.get(59_999).data()));
        var last = rows.getLast();
        assertEquals("599", last.descriptor().fd().toString());
        assertEquals("the same 60,000 as fd 500 of task 2", last.what());
        assertEquals(60_000 + 99, rows.stream().count());
    }
}
