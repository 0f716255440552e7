package org.icecore.views.desk;

import org.icecore.analysis.search.BytePattern;

/// How the text of a search is read.
public enum PatternKind {
    TEXT("Text"),
    ANY_CASE("Text, any case"),
    UTF_16("UTF-16"),
    UTF_16_ANY_CASE("UTF-16, any case"),
    HEX("Hex, ? for any digit");

    private final String title;

    PatternKind(String title) {
        this.title = title;
    }

    /// The pattern.
    ///
    /// @throws IllegalArgumentException if the text is no pattern of this kind; the message says why
    public BytePattern pattern(String typed) {
        return switch (this) {
            case TEXT -> BytePattern.text(typed, BytePattern.Encoding.UTF_8, false);
            case ANY_CASE -> BytePattern.text(typed, BytePattern.Encoding.UTF_8, true);
            case UTF_16 -> BytePattern.text(typed, BytePattern.Encoding.UTF_16LE, false);
            case UTF_16_ANY_CASE -> BytePattern.text(typed, BytePattern.Encoding.UTF_16LE, true);
            case HEX -> BytePattern.hex(typed);
        };
    }

    @Override
    public String toString() {
        return title;
    }
}
