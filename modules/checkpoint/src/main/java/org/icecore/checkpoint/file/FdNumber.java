package org.icecore.checkpoint.file;

/// The number of a file descriptor.
public record FdNumber(int value) implements Comparable<FdNumber> {

    @Override
    public int compareTo(FdNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
