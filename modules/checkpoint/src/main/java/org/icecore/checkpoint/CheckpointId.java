package org.icecore.checkpoint;

/// The name by which an opened checkpoint is told from the others on the bench, e.g. `after`.
///
/// Given by whoever opens it; unique among the opened ones; has no `/`.
public record CheckpointId(String value) implements Comparable<CheckpointId> {

    public CheckpointId {
        if (value.isBlank() || value.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not a checkpoint id: '" + value + "'");
        }
    }

    @Override
    public int compareTo(CheckpointId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
