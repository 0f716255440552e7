package org.icecore.workbench.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One stroke, or several to be pressed one after the other, such as `shortcut+k shortcut+s`.
///
/// @param strokes at least one
public record KeySequence(List<KeyStroke> strokes) {
    public KeySequence {
        strokes = List.copyOf(strokes);
        if (strokes.isEmpty()) {
            throw new IllegalArgumentException("a key sequence needs a stroke");
        }
    }

    /// Reads `shortcut+3`, `alt+left`, `f3`, `shortcut+k shortcut+s`. `shortcut` is Command on a Mac and Ctrl elsewhere.
    public static KeySequence parse(String text) {
        return new KeySequence(
                Stream.of(text.strip().split("\\s+")).map(KeyStroke::parse).toList());
    }

    /// Whether the strokes pressed so far are this sequence or its beginning.
    public boolean startsWith(List<KeyStroke> pressed) {
        return pressed.size() <= strokes.size()
                && strokes.subList(0, pressed.size()).equals(pressed);
    }

    /// As menus and tooltips show it: `Ctrl+3`, or `⌘3` on a Mac.
    public String display(Platform platform) {
        return strokes.stream()
                .map(stroke -> stroke.display(platform))
                .collect(Collectors.joining(" "));
    }

    /// The text that [#parse] reads back.
    @Override
    public String toString() {
        return strokes.stream().map(KeyStroke::toString).collect(Collectors.joining(" "));
    }
}
