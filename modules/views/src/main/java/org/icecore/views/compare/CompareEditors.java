package org.icecore.views.compare;

import java.util.Optional;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;

/// Opens the overview of a comparison and the memory of a task before and after.
public record CompareEditors(CompareParts parts) implements EditorFactory {

    /// Whether a key is that of an editor of the comparison.
    public static boolean opens(Object key) {
        return key instanceof CompareOverviewKey || key instanceof MemoryCompareKey;
    }

    @Override
    public Optional<Editor> open(Object key) {
        return switch (key) {
            case CompareOverviewKey _ -> Optional.of(new CompareOverviewEditor(parts));
            case MemoryCompareKey memory -> Optional.of(new MemoryCompareEditor(memory, parts));
            default -> Optional.empty();
        };
    }
}
