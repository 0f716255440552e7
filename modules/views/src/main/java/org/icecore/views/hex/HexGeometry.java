package org.icecore.views.hex;

import javafx.scene.control.ScrollBar;

/// Where the panes of a sheet lie, and where their columns begin now that they are scrolled sideways.
final class HexGeometry {

    private final int panes;
    private final HexSheet sheet;
    private final ScrollBar sideways;

    HexGeometry(int panes, HexSheet sheet, ScrollBar sideways) {
        this.panes = panes;
        this.sheet = sheet;
        this.sideways = sideways;
    }

    int panes() {
        return panes;
    }

    double paneWidth() {
        return Math.floor(sheet.getWidth() / panes);
    }

    /// Left edge of a pane on the sheet.
    double paneLeft(int pane) {
        return pane * paneWidth();
    }

    /// Where column 0 of a pane begins on the sheet; to the left of the pane if it is scrolled sideways.
    double left(int pane) {
        return paneLeft(pane) - sideways.getValue();
    }

    /// The pane at `x` of the sheet or nearest to it.
    int paneAt(double x) {
        return (int) Math.clamp(Math.floor(x / Math.max(1, paneWidth())), 0, panes - 1);
    }

    /// Makes `room` for the panes and shows the bar if their columns need more; answers whether they do.
    boolean fit(double room, HexMetrics metrics) {
        double excess = Math.max(0, metrics.width() - Math.floor(room / panes));
        sideways.setVisible(excess > 0);
        sideways.setMax(excess);
        sideways.setVisibleAmount(Math.max(1, excess * room / panes / metrics.width()));
        sideways.setValue(Math.min(sideways.getValue(), excess));
        return excess > 0;
    }

    /// Scrolls sideways as little as needed to have the byte in column `index` in sight.
    void reveal(int index, boolean inText, HexMetrics metrics) {
        int column = inText ? metrics.textColumn(index) : metrics.hexColumn(index);
        double from = metrics.x(column - 1);
        double to = metrics.x(column + 3);
        if (sideways.isVisible() && from < sideways.getValue()) {
            sideways.setValue(index == 0 && !inText ? 0 : from);
        } else if (sideways.isVisible() && to > sideways.getValue() + paneWidth()) {
            sideways.setValue(Math.min(sideways.getMax(), to - paneWidth()));
        }
    }
}
