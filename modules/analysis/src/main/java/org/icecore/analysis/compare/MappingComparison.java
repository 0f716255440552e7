package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.Vma;

/// A run of addresses over which each checkpoint has at most one mapping.
///
/// Mappings that were split, merged, grown or shrunk appear as several runs, each compared by itself: `mprotect` on the
/// middle page of three gives two unchanged runs and a changed one.
///
/// @param before the mapping of the first checkpoint that holds the run
/// @param after the mapping of the second checkpoint that holds the run
/// @param differences properties that differ; empty if either side is missing
/// @param note how the run relates to the whole mappings, e.g. that the mapping was grown; may be empty
public record MappingComparison(
        AddressRange range,
        Optional<Vma> before,
        Optional<Vma> after,
        List<Difference> differences,
        MemoryCounts memory,
        String note) {

    public MappingComparison {
        differences = List.copyOf(differences);
    }

    /// What happened to the mapping of these addresses; empty if nothing did, whatever its bytes did.
    public Optional<Mark> mark() {
        if (before.isEmpty()) {
            return Optional.of(Mark.ADDED);
        }
        if (after.isEmpty()) {
            return Optional.of(Mark.REMOVED);
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(Mark.CHANGED);
    }

    /// What happened to the mapping or its bytes: unknown if one side alone knows some of them and the others are equal; empty if
    /// nothing did.
    public Optional<Mark> told() {
        if (mark().isPresent()) {
            return mark();
        }
        if (memory.bytesChanged() > 0) {
            return Optional.of(Mark.CHANGED);
        }
        return memory.bytesOneSided() > 0 ? Optional.of(Mark.UNKNOWN) : Optional.empty();
    }

    /// Whether anything is told of it: the mapping, its bytes, or which side knows them.
    public boolean differs() {
        return told().isPresent();
    }

    /// What is mapped, e.g. `rw-p [heap]`; of both sides where they differ in that, `rw-p [heap] -> r--p [heap]`.
    public String mapping() {
        return Stream.of(before, after)
                .flatMap(Optional::stream)
                .map(vma -> "%s %s".formatted(vma.protection(), vma.title()))
                .distinct()
                .collect(Collectors.joining(" -> "));
    }

    /// The addresses and what lies there, e.g. `0x7f2f369d0000-0x7f2f369d4000 [heap]`.
    public String subject() {
        return range + " " + after.or(() -> before).map(Vma::title).orElse("");
    }

    /// A property that differs, e.g. `permissions`, `rw-p`, `r-xp`.
    public record Difference(String property, String before, String after) {}
}
