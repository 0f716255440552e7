package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.ipc.IpcObject;
import org.icecore.checkpoint.memory.VmaKind;

/// System V shared memory, semaphores and message queues.
public final class IpcTable {

    private static final int SHOWN = 32;

    private IpcTable() {}

    /// An object and the tasks that have it mapped.
    public record Row(IpcObject object, List<String> tasks) {

        /// The member that tells the content: of a segment where its pages lie, else the image of the object.
        String content() {
            return object instanceof IpcObject.SharedMemory memory
                    ? memory.pagemap().orElse(object.at().member())
                    : object.at().member();
        }
    }

    /// One row per object: memory, then semaphores, then message queues.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var objects = checkpoint.kernel().ipcObjects();
        var mapped =
                objects.items().stream().anyMatch(IpcObject.SharedMemory.class::isInstance)
                        ? mapped(checkpoint)
                        : Map.<Long, List<String>>of();
        return new ResultTable<>(
                "ipc",
                "System V objects",
                COLUMNS,
                objects.items().stream()
                        .map(
                                object ->
                                        new Row(
                                                object,
                                                object instanceof IpcObject.SharedMemory
                                                        ? mapped.getOrDefault(
                                                                object.owner().id(), List.of())
                                                        : List.of()))
                        .toList(),
                row -> new ArtefactRef.OfMember(checkpoint.id(), row.content()),
                row -> Optional.of(row.object().at()),
                Coverage.without(objects.gaps())
                        .withLimits(
                                List.of(
                                        "CRIU does not dump POSIX message queues, nor who waits for a semaphore")));
    }

    /// A mapping of a segment names its id.
    private static Map<Long, List<String>> mapped(Checkpoint checkpoint) {
        var tasks = new HashMap<Long, List<String>>();
        for (var task : checkpoint.tasks().all()) {
            task.memory()
                    .found()
                    .ifPresent(
                            memory ->
                                    memory.vmas().stream()
                                            .filter(vma -> vma.kind() == VmaKind.SYSV_SHM)
                                            .forEach(
                                                    vma ->
                                                            tasks.computeIfAbsent(
                                                                            vma.shmid(),
                                                                            _ -> new ArrayList<>())
                                                                    .add(
                                                                            "%s at %s"
                                                                                    .formatted(
                                                                                            task
                                                                                                    .pid(),
                                                                                            vma
                                                                                                    .start()))));
        }
        return tasks;
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.text("kind", "Kind", "What it is", row -> kind(row.object())),
                    Column.number(
                            "id",
                            "Id",
                            "Unique among objects of its kind in the namespace",
                            row -> row.object().owner().id()),
                    Column.of(
                            "key",
                            "Key",
                            ColumnKind.ADDRESS,
                            "By which tasks find it; 0 is IPC_PRIVATE",
                            row ->
                                    new Cell.Address(
                                            Integer.toUnsignedLong(row.object().owner().key()))),
                    Column.number(
                            "namespace",
                            "Namespace",
                            "CRIU's id of the IPC namespace",
                            row -> row.object().owner().namespace()),
                    Column.number(
                            "uid", "Uid", "User who owns it", row -> row.object().owner().uid()),
                    Column.number(
                            "gid", "Gid", "Group that owns it", row -> row.object().owner().gid()),
                    Column.number(
                            "creatorUid",
                            "Creator uid",
                            "User who made it",
                            row -> row.object().owner().creatorUid()),
                    Column.of(
                            "permissions",
                            "Permissions",
                            ColumnKind.CODE,
                            "For owner, group and others",
                            row -> Cell.text(row.object().owner().permissions())),
                    Column.of(
                            "size",
                            "Size",
                            ColumnKind.BYTES,
                            "Bytes of a segment, or that a queue may hold",
                            row ->
                                    switch (row.object()) {
                                        case IpcObject.SharedMemory memory ->
                                                new Cell.Bytes(memory.size());
                                        case IpcObject.Semaphores _ ->
                                                Cell.notApplicable("semaphores have no bytes");
                                        case IpcObject.MessageQueue queue ->
                                                new Cell.Bytes(queue.capacity());
                                    }),
                    Column.text(
                            "content", "Content", "What it holds", row -> content(row.object())),
                    Column.of(
                            "tasks",
                            "Mapped by",
                            ColumnKind.FLAGS,
                            "Tasks that have the segment mapped, and where",
                            row ->
                                    row.object() instanceof IpcObject.SharedMemory
                                            ? new Cell.Names(row.tasks())
                                            : Cell.notApplicable("only memory is mapped")));

    static String kind(IpcObject object) {
        return switch (object) {
            case IpcObject.SharedMemory _ -> "shared memory";
            case IpcObject.Semaphores _ -> "semaphores";
            case IpcObject.MessageQueue _ -> "message queue";
        };
    }

    /// 0 stands for pages of the size that is usual on the machine.
    private static String huge(OptionalInt logarithm) {
        return logarithm.getAsInt() == 0
                ? ", huge pages"
                : ", huge pages of " + CellText.size(1L << logarithm.getAsInt());
    }

    private static String content(IpcObject object) {
        return switch (object) {
            case IpcObject.SharedMemory memory ->
                    (memory.inPagemap()
                                    ? "pages in pagemap-shmem-%d.img".formatted(memory.owner().id())
                                    : "bytes after the entry")
                            + (memory.hugePages().isEmpty() ? "" : huge(memory.hugePages()));
            case IpcObject.Semaphores set ->
                    set.values().stream()
                                    .limit(SHOWN)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))
                            + (set.announced() > Math.min(SHOWN, set.values().size())
                                    ? " of %d semaphores".formatted(set.announced())
                                    : "");
            case IpcObject.MessageQueue queue ->
                    queue.announced() == 1 ? "1 message" : queue.announced() + " messages";
        };
    }
}
