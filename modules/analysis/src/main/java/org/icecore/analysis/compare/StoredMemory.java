package org.icecore.analysis.compare;

import org.icecore.analysis.content.Holdings;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.task.Task;

/// Tells how much of the memory of a task that came or went is stored: there is nothing to compare it with.
final class StoredMemory {

    private StoredMemory() {}

    /// `12 of 31 mappings captured: 340 pages, 1,392,640 bytes; 3 pages of them executable`.
    static String text(Task task) {
        return task.memory()
                .found()
                .map(StoredMemory::text)
                .orElseGet(() -> "memory " + Observations.absence(task.memory()));
    }

    private static String text(AddressSpace memory) {
        var mappings = 0;
        var bytes = 0L;
        var executable = 0L;
        for (var vma : memory.vmas()) {
            var holdings = Holdings.of(memory, vma.range());
            var stored = holdings.captured() + holdings.shared();
            mappings += stored > 0 ? 1 : 0;
            bytes += stored;
            executable += vma.protection().execute() ? stored : 0;
        }
        var size = memory.pageSize();
        return "%d of %s captured: %s, %s; %s of them executable"
                .formatted(
                        mappings,
                        Counted.of(memory.vmas().size(), "mapping"),
                        Counted.of(Math.ceilDiv(bytes, size), "page"),
                        CellText.exactBytes(bytes),
                        Counted.of(Math.ceilDiv(executable, size), "page"));
    }
}
