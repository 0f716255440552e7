package org.icecore.views.desk;

import org.icecore.views.hex.HexSurface;
import org.icecore.views.hex.model.HexCopy;
import org.icecore.workbench.command.EditTarget;

/// A pane of bytes, as Copy and Select All understand it: as hexadecimal or, in the column of text, as text.
public interface BytesTarget extends EditTarget {
    /// The bytes.
    HexSurface surface();

    @Override
    default void copySelected() {
        surface().copy(surface().inTextProperty().get() ? HexCopy.Format.TEXT : HexCopy.Format.HEX);
    }

    @Override
    default void selectAll() {
        surface().selectRegion();
    }
}
