package org.icecore.analysis.table;

/// Words at the head of a sentence or a line.
public final class Capital {

    private Capital() {}

    /// The words with their first letter large: `The same container`.
    public static String of(String words) {
        return words.isEmpty()
                ? words
                : Character.toString(Character.toUpperCase(words.codePointAt(0)))
                        + words.substring(words.offsetByCodePoints(0, 1));
    }
}
