package org.icecore.views.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.MountTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PropertySheetsTest {
    private static final CheckpointId AFTER = new CheckpointId("after");

    private Incident incident = Incident.closed();

    @BeforeAll
    void open() {
        incident = Incident.compared();
    }

    @AfterAll
    void close() {
        incident.close();
    }

    @Test
    void aTaskTellsWhatItRunsAndWhoItIs() {
        var sheet = sheet(new ArtefactRef.OfTask(AFTER, new Pid(72))).orElseThrow();

        assertEquals("72 kworker/u8:3", sheet.title());
        assertEquals(Optional.of("69 sh"), sheet.value("Task", "Parent"));
        assertEquals(
                Optional.of("[kworker/u8:3] 4445 kworker/u8:3"),
                sheet.value("Task", "Command line"));
        assertEquals(Optional.of("/memfd:kworker (deleted)"), sheet.value("Task", "Executable"));
        assertEquals(Optional.of("0"), sheet.value("Credentials", "Uid"));
        assertTrue(sheet.value("Credentials", "Effective").orElseThrow().contains("CAP_CHOWN"));
        assertTrue(sheet.group("Thread 72 kworker/u8:3").isPresent(), sheet.groups()::toString);
    }

    @Test
    void aConnectionTellsItsSequenceNumbersAndWindows() {
        var sheet =
                sheet(new ArtefactRef.OfDescriptor(AFTER, new Pid(72), new FdNumber(0)))
                        .orElseThrow();

        assertEquals(Optional.of("2010035388"), sheet.value("TCP connection", "Send sequence"));
        assertEquals(Optional.of("4085863264"), sheet.value("TCP connection", "Receive sequence"));
        assertTrue(sheet.value("TCP connection", "MSS").isPresent());
        assertTrue(sheet.value("TCP connection", "Peer's window").isPresent());
    }

    @Test
    void aTaskTellsItsEnvironment() {
        var sheet = sheet(new ArtefactRef.OfTask(AFTER, new Pid(85))).orElseThrow();

        assertEquals(Optional.of("/usr/lib/libhook.so"), sheet.value("Environment", "LD_PRELOAD"));
        assertEquals(Optional.of("/dev/null"), sheet.value("Environment", "HISTFILE"));
    }

    @Test
    void aMappingTellsItsPermissionsAndWhereItsBytesLie() {
        var sheet =
                sheet(
                                new ArtefactRef.OfVma(
                                        AFTER, new Pid(6), VirtualAddress.parse("7f2f369d0000")))
                        .orElseThrow();

        assertEquals(Optional.of("rwxp"), sheet.value("Mapping", "Permissions"));
        assertEquals(Optional.of("16.0 KiB (16,384 bytes)"), sheet.value("Mapping", "Size"));
        assertEquals(
                Optional.of("0x22  MAP_PRIVATE MAP_ANONYMOUS"),
                sheet.value("As written by CRIU", "Flags"));
        assertTrue(
                sheet.group("Where the bytes come from")
                        .orElseThrow()
                        .properties()
                        .getFirst()
                        .value()
                        .startsWith("checkpoint/pages-"));
    }

    @Test
    void aDescriptorTellsItsFileAndWhoElseHoldsIt() {
        var sheet =
                sheet(new ArtefactRef.OfDescriptor(AFTER, new Pid(56), new FdNumber(0)))
                        .orElseThrow();

        assertEquals(Optional.of("ESTABLISHED"), sheet.value("Open file", "State"));
        assertEquals(Optional.of("127.0.0.1:4444"), sheet.value("Open file", "Destination"));
        assertEquals(
                List.of("fd 0", "fd 1", "fd 2"),
                sheet.group("Held by").orElseThrow().properties().stream()
                        .map(PropertySheet.Property::value)
                        .limit(3)
                        .toList());
    }

    @Test
    void aCheckpointTellsItsFileAndItsContainer() {
        var sheet = sheet(new ArtefactRef.OfCheckpoint(AFTER)).orElseThrow();

        assertEquals(Optional.of("shop"), sheet.value("Container", "Container"));
        assertEquals(Optional.of("10"), sheet.value("Counts", "Tasks"));
        assertTrue(sheet.value("File", "Path").orElseThrow().endsWith("after.tar.gz"));
    }

    @Test
    void aMemberTellsItsModeAndItsPlace() {
        var sheet = sheet(new ArtefactRef.OfMember(AFTER, "checkpoint/pstree.img")).orElseThrow();

        assertEquals(Optional.of("PSTREE"), sheet.value("Member", "Image"));
        assertTrue(sheet.value("In the archive", "Content").orElseThrow().startsWith("+0x"));
    }

    @Test
    void whatIsNotInTheCheckpointHasNoSheet() {
        assertEquals(Optional.empty(), sheet(new ArtefactRef.OfTask(AFTER, new Pid(4711))));
        assertEquals(Optional.empty(), sheet(new ArtefactRef.OfMember(AFTER, "nothing")));
    }

    @Test
    void everythingInTheCheckpointHasASheetWithATitle() {
        var refs = everything();

        var silent =
                refs.stream()
                        .filter(
                                ref ->
                                        sheet(ref)
                                                .filter(
                                                        sheet ->
                                                                !sheet.title().isBlank()
                                                                        && !sheet.groups()
                                                                                .isEmpty())
                                                .isEmpty())
                        .toList();
        assertEquals(List.of(), silent);
        assertTrue(refs.size() > 500, () -> "only %d artefacts".formatted(refs.size()));
    }

    private List<ArtefactRef> everything() {
        var checkpoint = incident.checkpoint("after");
        var refs = new ArrayList<ArtefactRef>();
        checkpoint
                .tasks()
                .all()
                .forEach(
                        task -> {
                            task.threads()
                                    .forEach(
                                            thread ->
                                                    refs.add(
                                                            new ArtefactRef.OfThread(
                                                                    AFTER,
                                                                    task.pid(),
                                                                    thread.tid())));
                            task.descriptors()
                                    .found()
                                    .orElse(List.of())
                                    .forEach(
                                            descriptor ->
                                                    refs.add(
                                                            new ArtefactRef.OfDescriptor(
                                                                    AFTER,
                                                                    task.pid(),
                                                                    descriptor.fd())));
                            task.memory()
                                    .found()
                                    .ifPresent(
                                            space ->
                                                    space.vmas()
                                                            .forEach(
                                                                    vma -> {
                                                                        refs.add(
                                                                                new ArtefactRef
                                                                                        .OfVma(
                                                                                        AFTER,
                                                                                        task.pid(),
                                                                                        vma
                                                                                                .start()));
                                                                        refs.add(
                                                                                new ArtefactRef
                                                                                        .OfMemory(
                                                                                        AFTER,
                                                                                        task.pid(),
                                                                                        new AddressRange(
                                                                                                vma.range()
                                                                                                        .start(),
                                                                                                vma.range()
                                                                                                                .start()
                                                                                                        + 16)));
                                                                    }));
                        });
        checkpoint.files().forEach(file -> refs.add(new ArtefactRef.OfOpenFile(AFTER, file.id())));
        var mounts = MountTable.of(checkpoint);
        mounts.rows().forEach(mount -> refs.add(mounts.ref(mount)));
        checkpoint
                .rootfsChanges()
                .found()
                .orElse(List.of())
                .forEach(change -> refs.add(new ArtefactRef.OfRootfsEntry(AFTER, change.path())));
        checkpoint
                .members()
                .forEach(
                        member -> {
                            refs.add(new ArtefactRef.OfMember(AFTER, member.member().name()));
                            refs.add(
                                    new ArtefactRef.OfImageEntry(AFTER, member.member().name(), 0));
                        });
        return refs;
    }

    private Optional<PropertySheet> sheet(ArtefactRef ref) {
        return PropertySheets.of(
                incident.bench().item(AFTER).orElseThrow(), incident.checkpoint("after"), ref);
    }
}
