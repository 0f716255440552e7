package org.icecore.workbench.quickaccess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// How well a text answers a query. Higher is better.
///
/// From best to worst: the text itself, its beginning, the beginning of a word, a part of a word, the beginnings of words
/// in any order, letters in order.
/// Within each of these a shorter text is better. Case does not count.
public record Match(Kind kind, int length) implements Comparable<Match> {
    /// In what way the text matches, from worst to best.
    public enum Kind {
        LETTERS,
        WORDS,
        INSIDE,
        WORD,
        BEGINNING,
        WHOLE
    }

    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Match NOTHING_ASKED = new Match(Kind.LETTERS, 0);
    private static final Comparator<Match> ORDER =
            Comparator.comparing(Match::kind)
                    .thenComparing(Match::length, Comparator.reverseOrder());

    /// The match of a query in a text; empty if there is none. All texts answer an empty query equally well.
    public static Optional<Match> of(String query, String text) {
        var wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.of(NOTHING_ASKED);
        }
        var within = text.toLowerCase(Locale.ROOT);
        return inWhatWay(wanted, within).map(kind -> new Match(kind, text.length()));
    }

    /// The match of a query whose words begin words of a text, in any order; empty if they do not.
    public static Optional<Match> ofWords(String query, String text) {
        return hasWords(query.strip().toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                ? Optional.of(new Match(Kind.WORDS, text.length()))
                : Optional.empty();
    }

    /// The items whose text matches, the best first; equals stay in their order.
    public static <T> List<T> rank(String query, List<T> items, Function<T, String> text) {
        return rankBy(items, item -> of(query, text.apply(item)));
    }

    /// The items that match, the best first; equals stay in their order.
    static <T> List<T> rankBy(List<T> items, Function<T, Optional<Match>> matching) {
        record Ranked<T>(T item, Match match) {}
        return items.stream()
                .flatMap(
                        item ->
                                matching
                                        .apply(item)
                                        .map(match -> new Ranked<>(item, match))
                                        .stream())
                .sorted(Comparator.comparing((Ranked<T> ranked) -> ranked.match()).reversed())
                .map(Ranked::item)
                .toList();
    }

    @Override
    public int compareTo(Match other) {
        return ORDER.compare(this, other);
    }

    private static Optional<Kind> inWhatWay(String wanted, String within) {
        if (within.equals(wanted)) {
            return Optional.of(Kind.WHOLE);
        }
        var at = within.indexOf(wanted);
        if (at == 0) {
            return Optional.of(Kind.BEGINNING);
        }
        for (int i = at; i > 0; i = within.indexOf(wanted, i + 1)) {
            if (!Character.isLetterOrDigit(within.charAt(i - 1))) {
                return Optional.of(Kind.WORD);
            }
        }
        if (at > 0) {
            return Optional.of(Kind.INSIDE);
        }
        if (hasWords(wanted, within)) {
            return Optional.of(Kind.WORDS);
        }
        return containsInOrder(wanted, within) ? Optional.of(Kind.LETTERS) : Optional.empty();
    }

    /// Whether each word that is wanted begins another word of the text.
    private static boolean hasWords(String wanted, String within) {
        var left = new ArrayList<>(List.of(WORD_ENDS.split(within)));
        for (var word : WORD_ENDS.split(wanted)) {
            var found = left.stream().filter(each -> each.startsWith(word)).findFirst();
            if (found.isEmpty()) {
                return false;
            }
            left.remove(found.get());
        }
        return true;
    }

    private static boolean containsInOrder(String wanted, String within) {
        var next = 0;
        for (int i = 0; i < within.length() && next < wanted.length(); i++) {
            if (within.charAt(i) == wanted.charAt(next)) {
                next++;
            }
        }
        return next == wanted.length();
    }
}
