package org.icecore.checkpoint;

import org.icecore.checkpoint.container.Layout;

/// A checkpoint that was found in a file or folder and can be opened.
public record CheckpointCandidate(CheckpointSource source, Layout layout) {

    /// What tells it from the others there: the way to it, e.g. `before.tar` or `pod/shop`; `(top)` for the file itself.
    public String name() {
        return source.name().filter(name -> !name.isEmpty()).orElse("(top)");
    }
}
