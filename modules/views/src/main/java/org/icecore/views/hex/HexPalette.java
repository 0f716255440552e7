package org.icecore.views.hex;

import java.util.List;
import javafx.scene.paint.Color;
import org.icecore.workbench.theme.Palette;
import org.icecore.workbench.theme.Token;

/// The colours of a hex view. Immutable; a theme is one of these.
///
/// @param background behind the bytes
/// @param foreground bytes and text
/// @param address the address column, captions and unprintable text
/// @param zero bytes that are 0, dimmed
/// @param hatch the strokes behind bytes that are not captured
/// @param absent `??` and the reason beside it
/// @param line rules between columns and around folds
/// @param selection behind selected bytes
/// @param caret the caret and the focus border
/// @param hit behind search hits
/// @param bookmark behind the examiner's marks
/// @param finding behind the support of findings
/// @param field behind a field of a structure
/// @param changed bytes that differ; mark `~`
/// @param added bytes mapped after only; mark `+`
/// @param removed bytes mapped before only; mark `-`
/// @param executable titles of executable regions
/// @param origins the origin stripe, by number; numbers beyond the list begin again
public record HexPalette(
        Color background,
        Color foreground,
        Color address,
        Color zero,
        Color hatch,
        Color absent,
        Color line,
        Color selection,
        Color caret,
        Color hit,
        Color bookmark,
        Color finding,
        Color field,
        Color changed,
        Color added,
        Color removed,
        Color executable,
        List<Color> origins) {

    public HexPalette {
        origins = List.copyOf(origins);
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("no colour for the origin stripe");
        }
    }

    /// The colours of a theme of the window, so that bytes look like tables and trees.
    public static HexPalette of(Palette theme) {
        var background = theme.color(Token.BACKGROUND);
        var accent = theme.color(Token.ACCENT);
        var teal = accent.deriveColor(-38, 1, 1, 1);
        return new HexPalette(
                background,
                theme.color(Token.TEXT),
                theme.color(Token.MUTED),
                theme.color(Token.ZERO).interpolate(background, 0.2),
                theme.color(Token.GRID),
                theme.color(Token.NOT_CAPTURED),
                theme.color(Token.BORDER),
                theme.color(Token.SELECTION),
                accent,
                background.interpolate(Color.GOLD, 0.35),
                theme.color(Token.ADDED_BACKGROUND),
                theme.color(Token.REMOVED_BACKGROUND),
                theme.color(Token.EXECUTABLE_BACKGROUND),
                theme.color(Token.CHANGED),
                theme.color(Token.ADDED),
                theme.color(Token.REMOVED),
                theme.color(Token.EXECUTABLE),
                List.of(accent, theme.color(Token.CHANGED), teal, theme.color(Token.ZERO)));
    }

    /// Dark on light.
    public static HexPalette light() {
        return new HexPalette(
                Color.web("#ffffff"),
                Color.web("#1f2328"),
                Color.web("#59636e"),
                Color.web("#8c959f"),
                Color.web("#e4e7eb"),
                Color.web("#6e7781"),
                Color.web("#d8dee4"),
                Color.web("#b6dbff"),
                Color.web("#0969da"),
                Color.web("#ffe38a"),
                Color.web("#cdeccf"),
                Color.web("#ffd6d0"),
                Color.web("#e6dcfa"),
                Color.web("#754b00"),
                Color.web("#116329"),
                Color.web("#b3261e"),
                Color.web("#7a3fc4"),
                List.of(
                        Color.web("#0969da"),
                        Color.web("#b47a00"),
                        Color.web("#0f8a7e"),
                        Color.web("#8c959f")));
    }

    /// Light on dark.
    public static HexPalette dark() {
        return new HexPalette(
                Color.web("#16191d"),
                Color.web("#dce1e7"),
                Color.web("#939ca6"),
                Color.web("#69727d"),
                Color.web("#262b31"),
                Color.web("#8a939d"),
                Color.web("#30363d"),
                Color.web("#204b7c"),
                Color.web("#58a6ff"),
                Color.web("#5f4d0c"),
                Color.web("#1d4527"),
                Color.web("#5c2320"),
                Color.web("#40305f"),
                Color.web("#e3b341"),
                Color.web("#56d364"),
                Color.web("#ff8a82"),
                Color.web("#c297ff"),
                List.of(
                        Color.web("#58a6ff"),
                        Color.web("#e3b341"),
                        Color.web("#39c5bb"),
                        Color.web("#69727d")));
    }

    /// Black, white and full colours.
    public static HexPalette highContrast() {
        return new HexPalette(
                Color.BLACK,
                Color.WHITE,
                Color.WHITE,
                Color.web("#b0b0b0"),
                Color.web("#404040"),
                Color.WHITE,
                Color.web("#808080"),
                Color.web("#0046c8"),
                Color.web("#ffff00"),
                Color.web("#6b5500"),
                Color.web("#00551c"),
                Color.web("#7a0000"),
                Color.web("#4b0082"),
                Color.web("#ffd000"),
                Color.web("#40ff60"),
                Color.web("#ff8080"),
                Color.web("#e0b0ff"),
                List.of(
                        Color.web("#40a0ff"),
                        Color.web("#ffd000"),
                        Color.web("#40ffe0"),
                        Color.web("#b0b0b0")));
    }

    Color origin(int stripe) {
        return origins.get(stripe % origins.size());
    }
}
