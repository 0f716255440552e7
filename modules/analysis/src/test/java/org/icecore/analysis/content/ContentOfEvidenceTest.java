package org.icecore.analysis.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.icecore.analysis.Evidence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.EvidenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tables hold what checkpointctl answers for the same archives (podman-counter/truth/checkpointctl).
class ContentOfEvidenceTest {

    @Test
    void theCheckpointIsSummedUpInOneLine() throws EvidenceException {
        try (var after = counter()) {
            assertEquals(
                    "counter | localhost/bench/busybox:1.35 | 609df66cb229 | runc | 2026-11-21 22:31:39 UTC | Podman"
                            + " | 338.9 KiB | 6.5 KiB",
                    lines(
                                    CheckpointTable.of(List.of(after)),
                                    "container",
                                    "image",
                                    "id",
                                    "runtime",
                                    "created",
                                    "engine",
                                    "imageBytes",
                                    "rootfsBytes")
                            .strip());
        }
    }

    @Test
    void theDumpStatisticsAreThere() throws EvidenceException {
        try (var after = counter()) {
            var facts =
                    OverviewTable.of(after).rows().stream()
                            .collect(
                                    Collectors.toMap(
                                            fact -> fact.group() + "." + fact.id(), Fact::value));
            assertEquals(new Cell.Duration(101837), facts.get("statistics.freezingTime"));
            assertEquals(new Cell.Duration(105926), facts.get("statistics.frozenTime"));
            assertEquals(new Cell.Duration(4126), facts.get("statistics.memoryDumpTime"));
            assertEquals(new Cell.Duration(194), facts.get("statistics.memoryWriteTime"));
            assertEquals(Cell.number(95), facts.get("statistics.pagesScanned"));
            assertEquals(Cell.number(67), facts.get("statistics.pagesWritten"));
            assertEquals(new Cell.Bytes(347053), facts.get("sizes.images"));
            assertEquals(new Cell.Bytes(274432), facts.get("sizes.memory"));
            assertEquals(new Cell.Bytes(6656), facts.get("sizes.rootfs"));
            assertEquals(Cell.text("libpod"), facts.get("annotations.io.container.manager"));
        }
    }

    @Test
    void theTasksAreThoseOfTheProcessTreeAlone() throws EvidenceException {
        try (var after = counter()) {
            assertEquals(
                    """
                    1 | 0 | sh | alive
                    6 | 1 | sh | alive
                    32 | 6 | sleep | alive
                    34 | 1 | sleep | alive
                    """,
                    lines(TaskTable.of(after), "pid", "ppid", "comm", "state"));
            assertTrue(
                    MemberTable.of(after).rows().stream()
                            .anyMatch(
                                    row ->
                                            row.stale()
                                                    && row.member()
                                                            .name()
                                                            .equals("checkpoint/core-7.img")));
        }
    }

    @Test
    void theEnvironmentIsReadFromMemory() throws EvidenceException {
        try (var after = counter()) {
            assertEquals(
                    """
                    HOME=/root
                    HOSTNAME=counter01
                    PATH=/bin
                    SECRET_TOKEN=tok_counter_9f8e7d6c
                    STAGE=prod
                    TERM=xterm
                    container=podman
                    """,
                    EnvironmentTable.of(after).rows().stream()
                            .filter(row -> row.task().pid().value() == 1)
                            .map(row -> row.entry().text() + "\n")
                            .sorted()
                            .collect(Collectors.joining()));
        }
    }

    @Test
    void openFilesMountsAndInterfacesAreThere() throws EvidenceException {
        try (var after = counter()) {
            assertEquals(
                    """
                    0 | /dev/null
                    1 | pipe:[61466]
                    2 | pipe:[61467]
                    """,
                    lines(
                            DescriptorTable.of(
                                    after,
                                    after.tasks()
                                            .find(new org.icecore.checkpoint.task.Pid(34))
                                            .orElseThrow()),
                            "fd",
                            "link"));
            assertEquals(12, OciMountTable.of(after).rows().size());
            assertTrue(
                    lines(OciMountTable.of(after), "destination", "type", "source")
                            .contains(
                                    "/vol | bind | /var/lib/containers/storage/volumes/ctrvol/_data\n"));
            assertEquals(
                    "podman | eth0 | 10.88.0.4/16 | 10.88.0.1 | 96:c9:1b:7d:6a:82\n",
                    lines(
                            InterfaceTable.of(after),
                            "network",
                            "name",
                            "addresses",
                            "gateway",
                            "mac"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "podman-counter/after.tar",
                "podman-web/after.tar.zst",
                "incident/after.tar",
                "runc-raw/after",
                "criu-raw/zoo-B",
                "criu-raw/lazy",
                "criu-raw/ps-images",
                "podman-precheckpoint/pre.tar"
            })
    void everyCellOfEveryTableHasAText(String name) throws EvidenceException {
        try (var checkpoint = Evidence.open(name, "one")) {
            for (var table :
                    List.of(
                            OverviewTable.of(checkpoint),
                            TaskTable.of(checkpoint),
                            ThreadTable.of(checkpoint),
                            EnvironmentTable.of(checkpoint),
                            MappingTable.of(checkpoint),
                            DescriptorTable.of(checkpoint),
                            SocketTable.of(checkpoint),
                            MountTable.of(checkpoint),
                            OciMountTable.of(checkpoint),
                            InterfaceTable.of(checkpoint),
                            CredentialTable.of(checkpoint),
                            NamespaceTable.of(checkpoint),
                            LimitTable.of(checkpoint),
                            RegisterTable.of(checkpoint),
                            MemberTable.of(checkpoint),
                            RootfsTable.of(checkpoint))) {
                hasText(table);
            }
        }
    }

    private static <R> void hasText(ResultTable<R> table) {
        for (var row : table.rows()) {
            for (var cell : table.cells(row)) {
                assertTrue(
                        !CellText.text(cell).isBlank() || cell instanceof Cell.Text,
                        () -> table.id() + " has an empty cell");
            }
            assertTrue(!table.ref(row).text().isBlank());
        }
    }

    private static Checkpoint counter() throws EvidenceException {
        return Evidence.open("podman-counter/after.tar", "after");
    }

    private static <R> String lines(ResultTable<R> table, String... columns) {
        return table.rows().stream()
                .map(
                        row ->
                                List.of(columns).stream()
                                        .map(
                                                id ->
                                                        CellText.text(
                                                                table.column(id)
                                                                        .orElseThrow()
                                                                        .cell(row)))
                                        .collect(Collectors.joining(" | ", "", "\n")))
                .collect(Collectors.joining());
    }
}
