package org.icecore.app.cli;

import java.util.Collection;
import java.util.Comparator;

/// Guesses what a mistyped word was meant to be.
final class Spelling {

    private Spelling() {}

    /// `; did you mean --files?`, or nothing if no word is near.
    static String suggestion(String word, Collection<String> words) {
        var most = Math.max(1, word.length() / 3);
        return words.stream()
                .filter(known -> distance(word, known) <= most)
                .min(
                        Comparator.<String>comparingInt(known -> distance(word, known))
                                .thenComparing(Comparator.naturalOrder()))
                .map("; did you mean %s?"::formatted)
                .orElse("");
    }

    /// Letters to add, drop or change, or neighbours to swap, to make one of the other.
    static int distance(String first, String second) {
        var rows = new int[first.length() + 1][second.length() + 1];
        for (var i = 0; i <= first.length(); i++) {
            for (var j = 0; j <= second.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : nearest(rows, first, second, i, j);
            }
        }
        return rows[first.length()][second.length()];
    }

    private static int nearest(int[][] rows, String first, String second, int i, int j) {
        var same = first.charAt(i - 1) == second.charAt(j - 1);
        var least =
                Math.min(
                        rows[i - 1][j - 1] + (same ? 0 : 1),
                        Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var swapped =
                i > 1
                        && j > 1
                        && first.charAt(i - 1) == second.charAt(j - 2)
                        && first.charAt(i - 2) == second.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
