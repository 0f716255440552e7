package org.icecore.workbench.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Gives the titles of one menu the letters under which the keyboard reaches them: each its own, the first of a word where
/// it can be.
final class Mnemonics {
    private final List<String> titles;
    private final Map<Character, Integer> ownerOf = new HashMap<>();

    private Mnemonics(List<String> titles) {
        this.titles = titles;
    }

    /// The titles as the toolkit wants them: an underscore before the letter, and two for one that is part of the title.
    static List<String> mark(List<String> titles) {
        var mnemonics = new Mnemonics(titles);
        IntStream.range(0, titles.size()).forEach(title -> mnemonics.place(title, new HashSet<>()));
        var letterOf =
                mnemonics.ownerOf.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        return IntStream.range(0, titles.size())
                .mapToObj(
                        title ->
                                letterOf.containsKey(title)
                                        ? marked(titles.get(title), letterOf.get(title))
                                        : escaped(titles.get(title)))
                .toList();
    }

    /// Finds a letter for a title: a free one, or else that of a title which can move to another.
    private boolean place(int title, Set<Character> tried) {
        var letters = letters(titles.get(title));
        var found =
                letters.stream()
                        .filter(letter -> !ownerOf.containsKey(letter))
                        .findFirst()
                        .or(
                                () ->
                                        letters.stream()
                                                .filter(tried::add)
                                                .filter(letter -> place(ownerOf.get(letter), tried))
                                                .findFirst());
        found.ifPresent(letter -> ownerOf.put(letter, title));
        return found.isPresent();
    }

    /// The letters of a title, the best first.
    private static List<Character> letters(String title) {
        var first = new ArrayList<Character>();
        var others = new ArrayList<Character>();
        for (var i = 0; i < title.length(); i++) {
            if (isUsable(title.charAt(i))) {
                var begins = i == 0 || !Character.isLetterOrDigit(title.charAt(i - 1));
                (begins ? first : others).add(Character.toLowerCase(title.charAt(i)));
            }
        }
        first.addAll(others);
        return first;
    }

    /// What each keyboard has.
    private static boolean isUsable(char letter) {
        return letter < 128 && Character.isLetterOrDigit(letter);
    }

    private static String marked(String title, char letter) {
        var at =
                IntStream.range(0, title.length())
                        .filter(i -> Character.toLowerCase(title.charAt(i)) == letter)
                        .boxed()
                        .min((a, b) -> Boolean.compare(isInside(title, a), isInside(title, b)))
                        .orElseThrow();
        return escaped(title.substring(0, at)) + "_" + escaped(title.substring(at));
    }

    private static boolean isInside(String title, int at) {
        return at > 0 && Character.isLetterOrDigit(title.charAt(at - 1));
    }

    private static String escaped(String title) {
        return title.replace("_", "__");
    }
}
