package org.icecore.views.hex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private final List<Frame> frames = new ArrayList<>();
    private long base;
    private Color stripe = Color.TRANSPARENT;
    private char marker = ' ';
    private Ink markerInk = Ink.PLAIN;

    /// A hit, or the part of it that lies in the row.
    ///
    /// @param begins whether the hit begins here rather than in a row above
    /// @param ends whether it ends here rather than in a row below
    /// @param present whether it is the hit at which the examiner is
    record Frame(int from, int to, boolean begins, boolean ends, boolean present) {}

    /// Begins with the looks that `bytes` have by themselves.
    RowLook begin(HexRow row, HexBytes bytes) {
        base = row.base();
        stripe = Color.TRANSPARENT;
        marker = ' ';
        Arrays.fill(backs, Color.TRANSPARENT);
        Arrays.fill(underlined, false);
        frames.clear();
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

    /// Frames the part of `hit` that lies in this row.
    void frame(HexRow row, AddressSpan hit, boolean present) {
        row.span()
                .intersection(hit)
                .ifPresent(
                        part ->
                                frames.add(
                                        new Frame(
                                                (int) (part.first() - base),
                                                (int) (part.last() - base),
                                                part.first() == hit.first(),
                                                part.last() == hit.last(),
                                                present)));
    }

    List<Frame> frames() {
        return frames;
    }
}
