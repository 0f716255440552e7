package org.icecore.workbench.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key with its modifiers. `shortcut` is Command on a Mac and Ctrl elsewhere.
public record KeyStroke(KeyCode code, boolean shortcut, boolean shift, boolean alt) {
    private static final Map<String, KeyCode> NAMES =
            Map.ofEntries(
                    Map.entry("esc", KeyCode.ESCAPE),
                    Map.entry("pageup", KeyCode.PAGE_UP),
                    Map.entry("pagedown", KeyCode.PAGE_DOWN),
                    Map.entry("plus", KeyCode.PLUS),
                    Map.entry("minus", KeyCode.MINUS),
                    Map.entry("equals", KeyCode.EQUALS),
                    Map.entry("comma", KeyCode.COMMA),
                    Map.entry("period", KeyCode.PERIOD),
                    Map.entry("slash", KeyCode.SLASH),
                    Map.entry("backspace", KeyCode.BACK_SPACE),
                    Map.entry("menu", KeyCode.CONTEXT_MENU));

    /// Reads one stroke such as `shortcut+shift+l`.
    public static KeyStroke parse(String text) {
        var words = List.of(text.toLowerCase(Locale.ROOT).split("\\+"));
        var modifiers = words.subList(0, words.size() - 1);
        for (var modifier : modifiers) {
            if (!List.of("shortcut", "shift", "alt").contains(modifier)) {
                throw new IllegalArgumentException(
                        "unknown modifier '%s' in key '%s'".formatted(modifier, text));
            }
        }
        var code =
                code(words.getLast())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "unknown key '%s'".formatted(text)));
        return new KeyStroke(
                code,
                modifiers.contains("shortcut"),
                modifiers.contains("shift"),
                modifiers.contains("alt"));
    }

    /// The stroke of a key press. Keypad digits count as digits.
    public static KeyStroke of(KeyEvent event) {
        var name = event.getCode().name();
        var code =
                name.matches("NUMPAD\\d")
                        ? KeyCode.valueOf("DIGIT" + name.charAt(6))
                        : event.getCode();
        return new KeyStroke(code, event.isShortcutDown(), event.isShiftDown(), event.isAltDown());
    }

    /// As menus and tooltips show it.
    public String display(Platform platform) {
        var parts = new ArrayList<String>();
        if (shortcut) {
            parts.add(platform == Platform.MAC ? "\u2318" : "Ctrl");
        }
        if (alt) {
            parts.add(platform == Platform.MAC ? "\u2325" : "Alt");
        }
        if (shift) {
            parts.add(platform == Platform.MAC ? "\u21e7" : "Shift");
        }
        parts.add(code.getName());
        return String.join(platform == Platform.MAC ? "" : "+", parts);
    }

    /// The toolkit's form, for menu items that show their key.
    public KeyCombination combination() {
        var modifiers = new ArrayList<KeyCombination.Modifier>();
        if (shortcut) {
            modifiers.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (shift) {
            modifiers.add(KeyCombination.SHIFT_DOWN);
        }
        if (alt) {
            modifiers.add(KeyCombination.ALT_DOWN);
        }
        return new KeyCodeCombination(code, modifiers.toArray(KeyCombination.Modifier[]::new));
    }

    /// The text that [#parse] reads back.
    @Override
    public String toString() {
        var name =
                NAMES.entrySet().stream()
                        .filter(entry -> entry.getValue() == code)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseGet(() -> code.name().replace("DIGIT", "").toLowerCase(Locale.ROOT));
        return (shortcut ? "shortcut+" : "") + (alt ? "alt+" : "") + (shift ? "shift+" : "") + name;
    }

    private static Optional<KeyCode> code(String name) {
        if (NAMES.containsKey(name)) {
            return Optional.of(NAMES.get(name));
        }
        var constant = name.matches("\\d") ? "DIGIT" + name : name.toUpperCase(Locale.ROOT);
        for (var code : KeyCode.values()) {
            if (code.name().equals(constant) && !code.isModifierKey() && code != KeyCode.SHORTCUT) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
