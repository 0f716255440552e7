package org.icecore.workbench.part;

import java.util.Optional;

/// Opens editors for the keys it understands. A key is any value with `equals`: equal keys share one editor.
@FunctionalInterface
public interface EditorFactory {
    /// Makes the editor, or leaves the key to the next factory. Must return at once: the editor loads in a job.
    Optional<Editor> open(Object key);
}
