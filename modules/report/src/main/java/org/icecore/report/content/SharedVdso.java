package org.icecore.report.content;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.EvidenceException;

/// The vDSO of a task where another task has the same, byte for byte: it is the kernel's and the same in every task of one
/// kernel, unless someone wrote to it.
///
/// @param other the task that it was compared with
record SharedVdso(Pid task, Pid other, AddressRange range) {

    /// Larger than that of any kernel.
    private static final long LONGEST = 1 << 20;

    /// Nothing if it is not stored as a whole, differs from that of the first other task, or cannot be compared.
    static Optional<SharedVdso> of(Checkpoint checkpoint, Task task) {
        var own = vdso(task);
        var other =
                checkpoint.tasks().all().stream()
                        .filter(one -> !one.pid().equals(task.pid()) && vdso(one).isPresent())
                        .findFirst();
        return own.isPresent()
                        && other.isPresent()
                        && same(task, own.get(), other.get(), vdso(other.get()).orElseThrow())
                ? Optional.of(new SharedVdso(task.pid(), other.get().pid(), own.get()))
                : Optional.empty();
    }

    String sentence() {
        return "The [vdso] of task %s at 0x%x, %s, equals that of task %s byte for byte and is not quoted."
                .formatted(task, range.start(), CellText.exactBytes(range.length()), other);
    }

    private static Optional<AddressRange> vdso(Task task) {
        return task.memory().found().stream()
                .flatMap(space -> space.vmas().stream())
                .filter(vma -> vma.kind() == VmaKind.VDSO)
                .map(vma -> vma.range())
                .filter(range -> Long.compareUnsigned(range.length(), LONGEST) <= 0)
                .findFirst();
    }

    private static boolean same(Task one, AddressRange here, Task other, AddressRange there) {
        return here.length() == there.length()
                && bytes(one, here)
                        .flatMap(mine -> bytes(other, there).map(its -> Arrays.equals(mine, its)))
                        .orElse(false);
    }

    private static Optional<byte[]> bytes(Task task, AddressRange range) {
        return task.memory().found().flatMap(space -> bytes(space, range));
    }

    private static Optional<byte[]> bytes(AddressSpace space, AddressRange range) {
        if (space.extents(range).stream().anyMatch(extent -> !extent.origin().known())) {
            return Optional.empty();
        }
        try {
            var bytes = new byte[Math.toIntExact(range.length())];
            space.read(range.start(), MemorySegment.ofArray(bytes));
            return Optional.of(bytes);
        } catch (EvidenceException _) {
            // It is quoted then, and the excerpt says what is wrong.
            return Optional.empty();
        }
    }
}
