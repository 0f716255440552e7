package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.Map;

/// Names of the bits of a `vma_entry`.
final class VmaBits {
    /// VMA_* of CRIU's include/image.h.
    private static final Map<Integer, String> STATUS =
            Map.ofEntries(
                    Map.entry(0, "VMA_AREA_REGULAR"),
                    Map.entry(1, "VMA_AREA_STACK"),
                    Map.entry(2, "VMA_AREA_VSYSCALL"),
                    Map.entry(3, "VMA_AREA_VDSO"),
                    Map.entry(5, "VMA_AREA_HEAP"),
                    Map.entry(6, "VMA_FILE_PRIVATE"),
                    Map.entry(7, "VMA_FILE_SHARED"),
                    Map.entry(8, "VMA_ANON_SHARED"),
                    Map.entry(9, "VMA_ANON_PRIVATE"),
                    Map.entry(10, "VMA_AREA_SYSVIPC"),
                    Map.entry(11, "VMA_AREA_SOCKET"),
                    Map.entry(12, "VMA_AREA_VVAR"),
                    Map.entry(13, "VMA_AREA_AIORING"),
                    Map.entry(14, "VMA_AREA_MEMFD"),
                    Map.entry(15, "VMA_AREA_SHSTK"),
                    Map.entry(27, "VMA_EXT_PLUGIN"));

    /// MAP_* of include/uapi/asm-generic/mman.h and mman-common.h.
    private static final Map<Integer, String> FLAGS =
            Map.ofEntries(
                    Map.entry(0, "MAP_SHARED"),
                    Map.entry(1, "MAP_PRIVATE"),
                    Map.entry(4, "MAP_FIXED"),
                    Map.entry(5, "MAP_ANONYMOUS"),
                    Map.entry(8, "MAP_GROWSDOWN"),
                    Map.entry(11, "MAP_DENYWRITE"),
                    Map.entry(12, "MAP_EXECUTABLE"),
                    Map.entry(13, "MAP_LOCKED"),
                    Map.entry(14, "MAP_NORESERVE"),
                    Map.entry(15, "MAP_POPULATE"),
                    Map.entry(16, "MAP_NONBLOCK"),
                    Map.entry(17, "MAP_STACK"),
                    Map.entry(18, "MAP_HUGETLB"));

    /// MADV_* of include/uapi/asm-generic/mman-common.h.
    private static final Map<Integer, String> ADVICE =
            Map.ofEntries(
                    Map.entry(1, "MADV_RANDOM"),
                    Map.entry(2, "MADV_SEQUENTIAL"),
                    Map.entry(10, "MADV_DONTFORK"),
                    Map.entry(12, "MADV_MERGEABLE"),
                    Map.entry(14, "MADV_HUGEPAGE"),
                    Map.entry(15, "MADV_NOHUGEPAGE"),
                    Map.entry(16, "MADV_DONTDUMP"),
                    Map.entry(18, "MADV_WIPEONFORK"));

    private VmaBits() {}

    static String status(int bits) {
        return text(bits & 0xffff_ffffL, STATUS);
    }

    static String flags(int bits) {
        return text(bits & 0xffff_ffffL, FLAGS);
    }

    static String advice(long bits) {
        return text(bits, ADVICE);
    }

    private static String text(long bits, Map<Integer, String> names) {
        var words = new ArrayList<String>();
        for (var bit = 0; bit < Long.SIZE; bit++) {
            if ((bits >>> bit & 1) != 0) {
                words.add(names.getOrDefault(bit, "bit %d".formatted(bit)));
            }
        }
        return words.isEmpty() ? "0x0" : "0x%x  %s".formatted(bits, String.join(" ", words));
    }
}
