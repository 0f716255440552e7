package org.icecore.checkpoint.task;

/// Number of a task or thread as the container sees it; never a number of the host.
public record Pid(int value) implements Comparable<Pid> {

    /// Reads a decimal number.
    ///
    /// @throws NumberFormatException if the text is not one
    public static Pid parse(String text) {
        return new Pid(Integer.parseInt(text));
    }

    @Override
    public int compareTo(Pid other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
