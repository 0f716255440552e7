package org.icecore.analysis.compare;

import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.Vma;

/// Whether a damaged image hides what a file is called: then it need not be another than that of the other side.
final class Hidden {

    static final String REASON = "the image that describes its file is damaged, or not there";

    private Hidden() {}

    /// A memfd whose name is lost, or a path that may have led nowhere any more.
    static boolean test(OpenFile file) {
        return switch (file) {
            case OpenFile.MemFd memfd -> memfd.name().isEmpty();
            case OpenFile.RegularFile regular -> !regular.tellsWhetherDeleted();
            case OpenFile _ -> false;
        };
    }

    /// The same of the file behind a mapping that has one.
    static boolean test(Vma vma) {
        return vma.file().map(Hidden::test).orElseGet(vma.kind()::isOfFile);
    }
}
