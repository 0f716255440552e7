package org.icecore.views.hex;

import java.util.Optional;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.DiffSide;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexChange;
import org.icecore.views.hex.model.HexRow;

/// How bytes look beside the bytes of the other side: compared as they are painted, whatever the index of changes says.
final class DiffLook {

    private DiffLook() {}

    static void apply(
            RowLook look,
            DiffSide side,
            HexRow row,
            HexBytes mine,
            HexBytes other,
            Optional<AddressSpan> current,
            HexPalette palette) {
        int shift = (int) (mine.address() - row.base());
        var only = side == DiffSide.AFTER ? HexChange.Kind.ADDED : HexChange.Kind.REMOVED;
        boolean changed = false;
        boolean alone = false;
        boolean unknown = false;
        for (int i = 0; i < mine.length(); i++) {
            var is = mine.state(i);
            var was = other.state(i);
            boolean emphasised = emphasised(current, mine.address() + i);
            if (is != ByteState.NOT_MAPPED && was == ByteState.NOT_MAPPED) {
                alone = true;
                mark(look, shift + i, only, is.known(), emphasised, palette);
            } else if (is.known() && was.known() && mine.value(i) != other.value(i)) {
                changed = true;
                mark(look, shift + i, HexChange.Kind.CHANGED, true, emphasised, palette);
                look.underline(shift + i);
            } else if (is.known() != was.known() && is != ByteState.NOT_MAPPED) {
                unknown = true;
            }
        }
        if (changed) {
            look.marker(HexChange.Kind.CHANGED.marker(), Ink.CHANGED);
        } else if (alone) {
            look.marker(only.marker(), ink(only));
        } else if (unknown) {
            look.marker('?', Ink.ABSENT);
        }
    }

    private static void mark(
            RowLook look,
            int column,
            HexChange.Kind kind,
            boolean known,
            boolean current,
            HexPalette palette) {
        if (known) {
            look.ink(column, ink(kind));
            look.back(column, HexDiffView.tint(ink(kind).of(palette), current));
        }
    }

    private static boolean emphasised(Optional<AddressSpan> current, long address) {
        return current.isPresent() && current.get().contains(address);
    }

    static Ink ink(HexChange.Kind kind) {
        return switch (kind) {
            case ADDED -> Ink.ADDED;
            case REMOVED -> Ink.REMOVED;
            case CHANGED -> Ink.CHANGED;
        };
    }
}
