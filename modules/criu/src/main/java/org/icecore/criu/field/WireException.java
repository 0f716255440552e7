package org.icecore.criu.field;

/// Bytes that are no protobuf message from some offset on.
final class WireException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int at;

    WireException(int at, String text) {
        super(text, null, false, false);
        this.at = at;
    }

    /// Offset of the first byte that cannot be read.
    int at() {
        return at;
    }

    /// What is wrong there.
    String text() {
        return String.valueOf(getMessage());
    }
}
