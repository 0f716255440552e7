package org.icecore.views.hex;

import java.util.Arrays;
import javafx.scene.paint.Color;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexRow;

/// How the bytes of one row look; filled anew for each row that is painted.
final class RowLook {

    private static final int LONGEST = 32;

    private final Ink[] inks = new Ink[LONGEST];
    private final Color[] backs = new Color[LONGEST];
    private final boolean[] underlined = new boolean[LONGEST];
    private long base;
    private Color stripe = Color.TRANSPARENT;
    private char marker = ' ';
    private Ink markerInk = Ink.PLAIN;

    /// Begins with the looks that `bytes` have by themselves.
    RowLook begin(HexRow row, HexBytes bytes) {
        base = row.base();
        stripe = Color.TRANSPARENT;
        marker = ' ';
        Arrays.fill(backs, Color.TRANSPARENT);
        Arrays.fill(underlined, false);
        Arrays.fill(inks, Ink.PLAIN);
        int shift = (int) (bytes.address() - base);
        for (int i = 0; i < bytes.length(); i++) {
            if (!bytes.known(i)) {
                inks[shift + i] = Ink.ABSENT;
            } else if (bytes.value(i) == 0) {
                inks[shift + i] = Ink.ZERO;
            }
        }
        return this;
    }

    void stripe(Color colour) {
        stripe = colour;
    }

    void marker(char sign, Ink ink) {
        marker = sign;
        markerInk = ink;
    }

    void ink(int column, Ink ink) {
        inks[column] = ink;
    }

    void underline(int column) {
        underlined[column] = true;
    }

    void back(int column, Color colour) {
        backs[column] = colour;
    }

    /// Gives the part of this row that lies in `span` a background.
    void back(HexRow row, AddressSpan span, Color colour) {
        row.span()
                .intersection(span)
                .ifPresent(
                        part -> {
                            int from = (int) (part.first() - base);
                            Arrays.fill(backs, from, from + (int) part.length(), colour);
                        });
    }

    Ink ink(int column) {
        return inks[column];
    }

    Color back(int column) {
        return backs[column];
    }

    boolean underlined(int column) {
        return underlined[column];
    }

    Color stripe() {
        return stripe;
    }

    char marker() {
        return marker;
    }

    Ink markerInk() {
        return markerInk;
    }
}
