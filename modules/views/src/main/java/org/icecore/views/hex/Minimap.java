package org.icecore.views.hex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.Density;
import org.icecore.views.hex.model.HexChange;
import org.icecore.views.hex.model.HexChanges;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexNavigation;
import org.icecore.views.hex.model.RowTable;

/// All rows from afar, beside the scroll bar: how dense the bytes are and where changes lie. A click goes there.
///
/// Densities are sampled in the background, and again when the rows or the height change.
final class Minimap extends Region {

    static final double WIDTH = 22;
    private static final double CHANGE_WIDTH = 7;
    private static final double CELL = 3;

    private final HexNavigation navigation;
    private final Executor background;
    private final HexSheet sheet = new HexSheet(this::paint);
    private HexPalette palette = HexPalette.light();
    private Paint hatch = Hatch.of(palette);
    private HexContent content = HexContent.empty();
    private HexChanges changes = HexChanges.none();
    private Density[] densities = {};
    private List<Optional<HexChange.Kind>> strip = List.of();
    private double rowHeight = 20;
    private volatile Object ticket = new Object();

    Minimap(HexNavigation navigation, Executor background) {
        this.navigation = navigation;
        this.background = background;
        getChildren().add(sheet);
        setOnMousePressed(event -> jump(event.getY()));
        setOnMouseDragged(event -> jump(event.getY()));
    }

    /// Shows the densities of `shown` and the places of `found`.
    void show(HexContent shown, HexChanges found) {
        content = shown;
        changes = found;
        sample();
    }

    void look(HexPalette colours, double heightOfRow) {
        if (!palette.equals(colours)) {
            palette = colours;
            hatch = Hatch.of(colours);
        }
        rowHeight = heightOfRow;
        sheet.repaint();
    }

    void repaint() {
        sheet.repaint();
    }

    @Override
    protected void layoutChildren() {
        boolean other = sheet.getHeight() != getHeight();
        sheet.resizeRelocate(0, 0, getWidth(), getHeight());
        if (other) {
            sample();
        }
    }

    /// Pixels the rows take, below the header: no row more than in the view beside it.
    private double extent() {
        return Math.max(
                0, Math.min(getHeight() - rowHeight, navigation.rows().rowCount() * rowHeight));
    }

    private void jump(double y) {
        if (extent() > 0) {
            double row = (y - rowHeight) / extent() * navigation.rows().rowCount();
            navigation.scrollTo((long) row - navigation.visibleRows() / 2);
        }
    }

    private void sample() {
        var rows = navigation.rows();
        int cells = (int) Math.min(rows.rowCount(), Math.floor(extent() / CELL));
        var mine = new Object();
        ticket = mine;
        if (cells <= 0) {
            densities = new Density[0];
            strip = List.of();
            sheet.repaint();
            return;
        }
        var shown = content;
        var found = changes;
        background.execute(
                () ->
                        Density.of(shown, rows, cells, () -> ticket != mine)
                                .ifPresent(
                                        sampled -> {
                                            var kinds = kinds(rows, cells, found);
                                            Platform.runLater(
                                                    () -> {
                                                        if (ticket == mine) {
                                                            densities = sampled;
                                                            strip = kinds;
                                                            sheet.repaint();
                                                        }
                                                    });
                                        }));
    }

    private static List<Optional<HexChange.Kind>> kinds(
            RowTable rows, int cells, HexChanges changes) {
        var kinds = new ArrayList<Optional<HexChange.Kind>>(cells);
        for (int i = 0; i < cells; i++) {
            long from = Density.rowOfCell(rows, i, cells);
            long to = Math.max(from, Density.rowOfCell(rows, i + 1, cells) - 1);
            kinds.add(
                    changes.kindIn(
                            new AddressSpan(
                                    rows.row(from).span().first(),
                                    AddressSpan.between(
                                                    rows.row(from).span().last(),
                                                    rows.row(to).span().last())
                                            .last())));
        }
        return kinds;
    }

    private void paint(GraphicsContext g, double width, double height) {
        g.setFill(palette.background());
        g.fillRect(0, 0, width, height);
        g.setFill(palette.line());
        g.fillRect(0, 0, 1, height);
        g.save();
        g.translate(0, rowHeight);
        boolean marked = changes.size() > 0;
        double room = width - 4 - (marked ? CHANGE_WIDTH : 0);
        double cell = densities.length == 0 ? 0 : extent() / densities.length;
        for (int i = 0; i < densities.length; i++) {
            switch (densities[i]) {
                case NONE -> {}
                case NOT_CAPTURED -> bar(g, hatch, i * cell, cell, room);
                case ZERO -> bar(g, palette.zero().deriveColor(0, 1, 1, 0.6), i * cell, cell, 2);
                case SPARSE -> bar(g, palette.zero(), i * cell, cell, room / 3);
                case TEXT -> bar(g, palette.origin(2), i * cell, cell, room * 2 / 3);
                case DENSE -> bar(g, palette.address(), i * cell, cell, room);
            }
        }
        for (int i = 0; i < strip.size() && marked; i++) {
            double y = i * cell;
            strip.get(i)
                    .ifPresent(
                            kind -> {
                                g.setFill(colour(kind));
                                g.fillRect(
                                        width - CHANGE_WIDTH,
                                        y,
                                        CHANGE_WIDTH - 1,
                                        Math.max(3, cell));
                            });
        }
        sight(g, width);
        g.restore();
    }

    private static void bar(GraphicsContext g, Paint fill, double y, double height, double width) {
        g.setFill(fill);
        g.fillRect(3, Math.floor(y), width, Math.ceil(height));
    }

    private void sight(GraphicsContext g, double width) {
        double rows = navigation.rows().rowCount();
        if (rows > navigation.visibleRows()) {
            double top = navigation.topRow() / rows * extent();
            double high = Math.max(4, navigation.visibleRows() / rows * extent());
            g.setFill(palette.caret().deriveColor(0, 1, 1, 0.14));
            g.fillRect(1, top, width - 1, high);
            g.setStroke(palette.caret());
            g.setLineWidth(1);
            g.strokeRect(1.5, Math.floor(top) + 0.5, width - 2, Math.max(3, Math.floor(high) - 1));
        }
    }

    private Color colour(HexChange.Kind kind) {
        return switch (kind) {
            case ADDED -> palette.added();
            case REMOVED -> palette.removed();
            case CHANGED -> palette.changed();
        };
    }

    /// The densities shown, top to bottom.
    List<Density> densities() {
        return Arrays.asList(densities);
    }
}
