package org.icecore.workbench.quickaccess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How well a text answers a query. Higher is better.
///
/// From best to worst: the text itself, its beginning up to the end of a word, its beginning, the beginning of a word, whole
/// words in any order, a part of a word, the beginnings of words in any order, letters in order.
/// Within each of these a shorter text is better. Case does not count.
public record Match(Kind kind, int length) implements Comparable<Match> {
    /// In what way the text matches, from worst to best.
    public enum Kind {
        LETTERS,
        WORDS,
        INSIDE,
        WHOLE_WORDS,
        WORD,
        BEGINNING,
        FIRST_WORDS,
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

    /// The match of a query whose words are words of a text or begin them, in any order; empty if they do not.
    public static Optional<Match> ofWords(String query, String text) {
        return inWords(words(query), words(text)).map(kind -> new Match(kind, text.length()));
    }

    /// The match of a query in a text, or in its words and those that stand beside it, in any order; empty if there is
    /// none. The words beside count for no length.
    public static Optional<Match> of(String query, String text, String beside) {
        return Stream.concat(
                        of(query, text).stream(),
                        ofWords(query, beside + " " + text).stream()
                                .map(match -> new Match(match.kind(), text.length())))
                .max(Comparator.naturalOrder());
    }

    /// Of a text that stands beside many others, the words that a query may mean: for each word of the query the same
    /// word, or else the first that it begins. However long the text, this is no longer than the query has words.
    public static String wordsMeant(String query, String text) {
        var there = words(text);
        return words(query).stream()
                .distinct()
                .flatMap(word -> find(word, there).stream())
                .collect(Collectors.joining(" "));
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
            return Optional.of(
                    Character.isLetterOrDigit(within.charAt(wanted.length()))
                            ? Kind.BEGINNING
                            : Kind.FIRST_WORDS);
        }
        for (int i = at; i > 0; i = within.indexOf(wanted, i + 1)) {
            if (!Character.isLetterOrDigit(within.charAt(i - 1))) {
                return Optional.of(Kind.WORD);
            }
        }
        var inWords = inWords(words(wanted), words(within));
        if (inWords.equals(Optional.of(Kind.WHOLE_WORDS))) {
            return inWords;
        }
        if (at > 0) {
            return Optional.of(Kind.INSIDE);
        }
        return inWords.or(
                () ->
                        containsInOrder(wanted, within)
                                ? Optional.of(Kind.LETTERS)
                                : Optional.empty());
    }

    private static List<String> words(String text) {
        return WORD_ENDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// The same word, or else the first that begins with it.
    private static Optional<String> find(String word, List<String> there) {
        return there.contains(word)
                ? Optional.of(word)
                : there.stream().filter(each -> each.startsWith(word)).findFirst();
    }

    /// Whether each word that is wanted is another word of the text, or at least begins one.
    private static Optional<Kind> inWords(List<String> wanted, List<String> within) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var left = new ArrayList<>(within);
        var kind = Kind.WHOLE_WORDS;
        for (var word : wanted) {
            var found = find(word, left);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            left.remove(found.get());
            kind = found.get().equals(word) ? kind : Kind.WORDS;
        }
        return Optional.of(kind);
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
