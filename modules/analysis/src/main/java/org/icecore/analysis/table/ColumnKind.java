package org.icecore.analysis.table;

/// What the cells of a column are, so that a medium can align and set them before it has seen one.
public enum ColumnKind {
    /// Words; left aligned.
    TEXT,
    /// Code, paths, command lines; left aligned, fixed pitch.
    CODE,
    /// Pids, descriptors, counts; right aligned.
    NUMBER,
    /// Addresses and bit masks; fixed pitch, right aligned.
    ADDRESS,
    /// Runs of addresses; fixed pitch.
    RANGE,
    /// Sizes; right aligned.
    BYTES,
    /// Durations; right aligned.
    DURATION_MICROS,
    /// Moments, UTC.
    TIMESTAMP,
    /// Yes or no.
    FLAG,
    /// Lists of names.
    FLAGS,
    /// Digests; fixed pitch.
    DIGEST;

    /// Whether digits of one weight should stand under each other.
    public boolean rightAligned() {
        return switch (this) {
            case NUMBER, ADDRESS, BYTES, DURATION_MICROS -> true;
            case TEXT, CODE, RANGE, TIMESTAMP, FLAG, FLAGS, DIGEST -> false;
        };
    }

    /// Whether a font of fixed pitch should be used.
    public boolean fixedPitch() {
        return switch (this) {
            case CODE, ADDRESS, RANGE, DIGEST -> true;
            case TEXT, NUMBER, BYTES, DURATION_MICROS, TIMESTAMP, FLAG, FLAGS -> false;
        };
    }
}
