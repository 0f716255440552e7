package org.icecore.workbench.theme;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;

/// The colours of a theme, one for each [Token].
public final class Palette {
    private final Map<Token, Color> colors;

    private Palette(Map<Token, Color> colors) {
        this.colors = colors;
        for (var token : Token.values()) {
            if (!colors.containsKey(token)) {
                throw new IllegalArgumentException("no colour for " + token);
            }
        }
    }

    /// Reads lines such as `ADDED #1a6b34`.
    static Palette parse(String lines) {
        var colors = new EnumMap<Token, Color>(Token.class);
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(
                        line -> {
                            var words = line.split("\\s+");
                            colors.put(Token.valueOf(words[0]), Color.web(words[1]));
                        });
        return new Palette(colors);
    }

    /// The colour of a token.
    public Color color(Token token) {
        return colors.get(token);
    }

    /// The colour as the stylesheet writes it: `#1a6b34`.
    public String web(Token token) {
        var color = color(token);
        return "#%02x%02x%02x"
                .formatted(
                        channel(color.getRed()),
                        channel(color.getGreen()),
                        channel(color.getBlue()));
    }

    /// The contrast ratio of two colours, from 1 to 21. WCAG 2.2, "contrast ratio".
    public static double contrast(Color one, Color other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// Declarations of all tokens as looked-up colours.
    String declarations() {
        return colors.keySet().stream()
                .map(token -> "%s: %s;".formatted(token.cssName(), web(token)))
                .collect(Collectors.joining(" "));
    }

    private static int channel(double value) {
        return (int) Math.round(value * 255);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
