package org.icecore.workbench.part;

/// Names an open part.
public sealed interface PartRef {
    /// The view of that id.
    record OfView(String id) implements PartRef {}

    /// The editor that was opened for that key.
    record OfEditor(Object key) implements PartRef {}
}
