package org.icecore.report;

/// A column of a [Table] or [Tree].
///
/// @param monospaced whether its cells are quoted letter for letter: addresses, digests, paths
/// @param weight share of the width that remains; zero for a column as wide as its widest cell, which is then not broken
public record Column(String header, Alignment alignment, boolean monospaced, int weight) {

    /// Side on which the cells of a column are flush.
    public enum Alignment {
        LEFT,
        RIGHT
    }

    public Column {
        if (weight < 0 || weight > 100) {
            throw new IllegalArgumentException(
                    "weight of column \"%s\" is %d, not 0..100".formatted(header, weight));
        }
    }

    /// A column of running text with a share of the width.
    public static Column text(String header, int weight) {
        return new Column(header, Alignment.LEFT, false, weight);
    }

    /// A column of paths or other long quotations with a share of the width.
    public static Column quoted(String header, int weight) {
        return new Column(header, Alignment.LEFT, true, weight);
    }

    /// A column of addresses, permissions or other short quotations, as wide as the widest of them.
    public static Column exact(String header) {
        return new Column(header, Alignment.LEFT, true, 0);
    }

    /// A column of short words, as wide as the widest of them.
    public static Column word(String header) {
        return new Column(header, Alignment.LEFT, false, 0);
    }

    /// A column of numbers, flush right, as wide as the widest of them.
    public static Column number(String header) {
        return new Column(header, Alignment.RIGHT, false, 0);
    }
}
