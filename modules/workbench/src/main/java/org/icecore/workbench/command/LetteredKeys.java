package org.icecore.workbench.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Gives each of many commands a letter behind one stroke that they share: `alt+shift+q t` shows the view Tasks.
///
/// A letter is taken from the title where one is free, so that it can be guessed. Keys bound before stay as they are.
public final class LetteredKeys {
    private static final String OTHERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final KeyBindings keys;
    private final List<KeyStroke> prefixes;

    /// @param prefixes the strokes any of which may come first; the first is the one shown
    public LetteredKeys(KeyBindings keys, String... prefixes) {
        this.keys = keys;
        this.prefixes = List.of(prefixes).stream().map(KeyStroke::parse).toList();
    }

    /// Binds a letter to a command, unless the command has a key or no letter is left.
    public void bind(Command command) {
        if (keys.of(command.id()).isPresent()) {
            return;
        }
        letter(command.title())
                .ifPresent(
                        letter ->
                                prefixes.forEach(
                                        prefix ->
                                                keys.add(
                                                        new KeyBinding(
                                                                new KeySequence(
                                                                        List.of(prefix, letter)),
                                                                command.id()))));
    }

    private Optional<KeyStroke> letter(String title) {
        var taken = taken();
        var wanted = (title.toLowerCase(Locale.ROOT) + OTHERS);
        return IntStream.range(0, wanted.length())
                .mapToObj(wanted::charAt)
                .filter(letter -> OTHERS.indexOf(letter) >= 0)
                .map(letter -> KeyStroke.parse(letter.toString()))
                .filter(letter -> !taken.contains(letter))
                .findFirst();
    }

    private Set<KeyStroke> taken() {
        return keys.all().stream()
                .map(binding -> binding.keys().strokes())
                .filter(strokes -> strokes.size() > 1 && prefixes.contains(strokes.getFirst()))
                .map(strokes -> strokes.get(1))
                .collect(Collectors.toSet());
    }
}
