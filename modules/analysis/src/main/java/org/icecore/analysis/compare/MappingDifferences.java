package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.Vma;

/// Compares the properties of the mappings that hold one stretch.
final class MappingDifferences {

    private MappingDifferences() {}

    static List<MappingComparison.Difference> of(Stretch stretch) {
        var found = new ArrayList<MappingComparison.Difference>();
        if (stretch.before().isEmpty() || stretch.after().isEmpty()) {
            return found;
        }
        var before = stretch.before().get();
        var after = stretch.after().get();
        var at = stretch.range().start();
        note(found, "permissions", before.protection().toString(), after.protection().toString());
        note(found, "kind", before.kind().label(), after.kind().label());
        note(found, "name", named(before), named(after));
        note(found, "offset", offset(before, at), offset(after, at));
        note(found, "segment", segment(before), segment(after));
        note(
                found,
                "map flags",
                CellText.address(Integer.toUnsignedLong(before.flags())),
                CellText.address(Integer.toUnsignedLong(after.flags())));
        note(found, "advice", CellText.address(before.advice()), CellText.address(after.advice()));
        return found;
    }

    /// How the stretch relates to the whole mappings of either side.
    static String note(Stretch stretch, List<Vma> before, List<Vma> after) {
        if (stretch.before().isEmpty()) {
            return neighbour(stretch.range(), stretch.after(), before, "grown");
        }
        if (stretch.after().isEmpty()) {
            return neighbour(stretch.range(), stretch.before(), after, "shrunk");
        }
        var first = stretch.before().get().range();
        var second = stretch.after().get().range();
        if (first.equals(second)) {
            return "";
        }
        return "part of %s before and of %s after".formatted(first, second);
    }

    private static String neighbour(
            AddressRange range, Optional<Vma> whole, List<Vma> others, String verb) {
        return whole.filter(vma -> !vma.range().equals(range))
                .flatMap(
                        vma ->
                                overlapping(vma.range(), others)
                                        .map(
                                                other ->
                                                        verb.equals("grown")
                                                                ? "the mapping was grown: %s before, %s after"
                                                                        .formatted(
                                                                                other.range(),
                                                                                vma.range())
                                                                : "the mapping was shrunk or split: %s before, %s after"
                                                                        .formatted(
                                                                                vma.range(),
                                                                                other.range())))
                .orElse("");
    }

    /// The first of ascending, disjoint mappings that overlaps `range`, by bisection.
    private static Optional<Vma> overlapping(AddressRange range, List<Vma> vmas) {
        var low = 0;
        var high = vmas.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (Long.compareUnsigned(vmas.get(middle).range().end(), range.start()) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < vmas.size() && vmas.get(low).range().overlaps(range)
                ? Optional.of(vmas.get(low))
                : Optional.empty();
    }

    private static String named(Vma vma) {
        return vma.file().map(OpenFile::link).orElseGet(vma::title);
    }

    /// The offset in the file at the start of the stretch; a split mapping's halves have different ones of their own.
    private static String offset(Vma vma, long address) {
        return vma.file().isPresent()
                ? CellText.address(vma.fileOffset() + (address - vma.range().start()))
                : "none";
    }

    /// The id of a System V segment is the kernel's; those of other mappings are CRIU's and mean nothing elsewhere.
    private static String segment(Vma vma) {
        return switch (vma.kind()) {
            case SYSV_SHM -> Long.toString(vma.shmid());
            case SHARED,
                    ANONYMOUS,
                    HEAP,
                    STACK,
                    FILE_PRIVATE,
                    FILE_SHARED,
                    MEMFD,
                    VDSO,
                    VVAR,
                    VSYSCALL,
                    AIO_RING,
                    SOCKET,
                    SHADOW_STACK,
                    PLUGIN,
                    OTHER ->
                    "none";
        };
    }

    private static void note(
            List<MappingComparison.Difference> found,
            String property,
            String before,
            String after) {
        if (!before.equals(after)) {
            found.add(new MappingComparison.Difference(property, before, after));
        }
    }
}
