package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.content.Holdings;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Task;

/// Mappings and runs of memory.
final class MemoryProperties {
    private static final int MOST_EXTENTS = 200;

    private MemoryProperties() {}

    static PropertySheet of(Checkpoint checkpoint, Task task, AddressSpace space, Vma vma) {
        var groups = new ArrayList<PropertySheet.Group>();
        groups.add(
                GroupBuilder.open("Mapping")
                        .code("Addresses", vma.range().toString())
                        .size("Size", vma.range().length())
                        .code("Permissions", vma.protection().toString())
                        .plain("Kind", vma.kind().label())
                        .code("Name", vma.name())
                        .plain("Task", "%s %s".formatted(task.pid(), task.comm()))
                        .location(vma.at())
                        .build());
        groups.add(holdings(space, vma.range()));
        vma.file().ifPresent(file -> groups.add(file(file, vma)));
        groups.add(
                GroupBuilder.open("As written by CRIU")
                        .code("Status", VmaBits.status(vma.status()))
                        .code("Flags", VmaBits.flags(vma.flags()))
                        .code("Advice", VmaBits.advice(vma.advice()))
                        .code("Offset", CellText.address(vma.fileOffset()))
                        .code("Shmid", CellText.address(vma.shmid()))
                        .build());
        groups.add(extents(space, vma.range()));
        return new PropertySheet("%s %s".formatted(vma.start(), vma.title()), groups);
    }

    static PropertySheet of(Task task, AddressSpace space, AddressRange range) {
        return new PropertySheet(
                range.toString(),
                List.of(
                        GroupBuilder.open("Memory")
                                .code("Addresses", range.toString())
                                .size("Size", range.length())
                                .plain("Task", "%s %s".formatted(task.pid(), task.comm()))
                                .code(
                                        "Mapping",
                                        space.vma(range.start())
                                                .map(
                                                        vma ->
                                                                "%s %s %s"
                                                                        .formatted(
                                                                                vma.range(),
                                                                                vma.protection(),
                                                                                vma.title()))
                                                .orElse("none"))
                                .build(),
                        holdings(space, range),
                        extents(space, range)));
    }

    private static PropertySheet.Group holdings(AddressSpace space, AddressRange range) {
        var held = Holdings.of(space, range);
        var group = GroupBuilder.open("Content");
        pages(group, "Captured", held.captured(), space.pageSize());
        pages(group, "Shared", held.shared(), space.pageSize());
        pages(group, "Zero", held.zero(), space.pageSize());
        pages(group, "Not captured", held.notCaptured(), space.pageSize());
        pages(group, "Not mapped", held.notMapped(), space.pageSize());
        held.reasons().forEach(reason -> group.absent("Why not captured", reason));
        return group.build();
    }

    private static void pages(GroupBuilder group, String name, long bytes, int pageSize) {
        if (bytes > 0) {
            group.plain(
                    name,
                    bytes % pageSize == 0
                            ? "%s, %s"
                                    .formatted(
                                            CellText.size(bytes),
                                            Counted.of(bytes / pageSize, "page"))
                            : CellText.sizeAndBytes(bytes));
        }
    }

    private static PropertySheet.Group file(OpenFile file, Vma vma) {
        return GroupBuilder.open("File behind it")
                .plain("Kind", file.kind())
                .code("Link", file.link())
                .plain("File id", file.id())
                .code("Offset", CellText.address(vma.fileOffset()))
                .location(file.at())
                .build();
    }

    private static PropertySheet.Group extents(AddressSpace space, AddressRange range) {
        var group = GroupBuilder.closed("Where the bytes come from");
        var extents = space.extents(range);
        extents.stream()
                .limit(MOST_EXTENTS)
                .forEach(
                        extent -> {
                            var addresses = extent.range().toString();
                            switch (extent.origin()) {
                                case Origin.Captured(var at, _) ->
                                        group.code(addresses, at.toString());
                                case Origin.Zero _ ->
                                        group.plain(addresses, "zero: never written to");
                                case Origin.NotCaptured(_, var reason) ->
                                        group.absent(addresses, reason);
                                case Origin.NotMapped _ -> group.absent(addresses, "not mapped");
                            }
                        });
        if (extents.size() > MOST_EXTENTS) {
            group.absent(
                    "And more",
                    "%s; the memory editor shows all"
                            .formatted(Counted.of(extents.size() - MOST_EXTENTS, "further run")));
        }
        return group.build();
    }
}
