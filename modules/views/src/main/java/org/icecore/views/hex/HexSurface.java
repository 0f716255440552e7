package org.icecore.views.hex;

import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.BytesPerRow;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexCopy;
import org.icecore.views.hex.model.HexNavigation;
import org.icecore.views.hex.model.HexRow;
import org.icecore.views.hex.model.RowSpeech;
import org.icecore.workbench.theme.Themes;

/// What a hex view and a hex comparison have in common: a sheet of rows, its bars, colours, font and hands.
public abstract sealed class HexSurface extends Region permits HexView, HexDiffView {

    private static final String FAMILY = Themes.monospacedFamily();
    private static final double BAR = 14;

    private final ObjectProperty<HexPalette> palette =
            new SimpleObjectProperty<>(this, "palette", HexPalette.light());
    private final DoubleProperty fontSize = new SimpleDoubleProperty(this, "fontSize", 13);
    private final ObjectProperty<BytesPerRow> bytesPerRow =
            new SimpleObjectProperty<>(this, "bytesPerRow", BytesPerRow.FITTING);
    private final BooleanProperty inText = new SimpleBooleanProperty(this, "inText");
    private final StringProperty placeholder =
            new SimpleStringProperty(this, "placeholder", "Nothing is mapped here.");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final HexNavigation navigation;
    private final HexGeometry geometry;
    private final HexSheet sheet = new HexSheet(this::paint);
    private final RowScrollBar bar;
    private final ScrollBar sideways = new ScrollBar();
    private final Minimap minimap;
    private final HexPointer pointer;
    private Paint hatch = Hatch.of(HexPalette.light());
    private HexMetrics metrics = HexMetrics.of(FAMILY, 13, 12, 16, false);

    HexSurface(HexNavigation navigation, Executor background, int panes) {
        this.navigation = navigation;
        geometry = new HexGeometry(panes, sheet, sideways);
        bar = new RowScrollBar(navigation);
        minimap = new Minimap(navigation, background);
        getStyleClass().add("hex-surface");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        sideways.setFocusTraversable(false);
        getChildren().addAll(sheet, sideways, minimap, bar);
        setClip(new Rectangle());
        fontSize.subscribe(this::requestLayout);
        bytesPerRow.subscribe(this::requestLayout);
        placeholder.subscribe(this::repaint);
        palette.subscribe(
                colours -> {
                    hatch = Hatch.of(colours);
                    refresh();
                });
        sideways.valueProperty().subscribe(this::repaint);
        focusedProperty().subscribe(this::repaint);
        inText.subscribe(
                () -> {
                    reveal();
                    repaint();
                });
        navigation.topRowProperty().subscribe(this::repaint);
        navigation.rowsProperty().subscribe(this::requestLayout);
        navigation
                .cursorProperty()
                .subscribe(
                        () -> {
                            reveal();
                            repaint();
                            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
                        });
        new HexKeys(this).install();
        pointer = new HexPointer(this, sheet);
        pointer.install();
    }

    /// Colours of the theme.
    public final ObjectProperty<HexPalette> paletteProperty() {
        return palette;
    }

    /// Size of the font in pixels.
    public final DoubleProperty fontSizeProperty() {
        return fontSize;
    }

    /// Bytes in a row.
    public final ObjectProperty<BytesPerRow> bytesPerRowProperty() {
        return bytesPerRow;
    }

    /// Whether the hands are in the text column rather than the bytes.
    public final BooleanProperty inTextProperty() {
        return inText;
    }

    /// The last thing to tell the examiner, such as what a copy left out; for the status line.
    public final ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What to say while there is nothing to show: why, and what to do about it.
    public final StringProperty placeholderProperty() {
        return placeholder;
    }

    /// Offers the shapes a copy can have, at the caret.
    public final void offerCopies() {
        double y =
                (navigation.rows().rowOf(navigation.caret()) - navigation.topRow() + 2)
                        * metrics.rowHeight();
        var at = localToScreen(geometry.left(activePane()) + metrics.x(metrics.hexColumn(0)), y);
        pointer.menu().show(this, at.getX(), at.getY());
    }

    /// Caret, selection and rows.
    public final HexNavigation navigation() {
        return navigation;
    }

    /// Copies the selection, or the byte under the caret, to the clipboard and tells what was left out.
    public final HexCopy copy(HexCopy.Format format) {
        var copied = HexCopy.of(source(), copied(), format);
        HexClipboard.put(copied.text());
        tell(HexClipboard.words(copied, format));
        return copied;
    }

    final void tell(String words) {
        notice.set(words);
    }

    /// What a screen reader says of the caret.
    String speech() {
        return RowSpeech.of(source(), navigation.rows(), navigation.caret());
    }

    /// The content copies come from.
    abstract HexContent source();

    abstract AddressSpan copied();

    abstract void lay(int count);

    abstract boolean toggleFold(long address);

    /// Selects the region around the caret.
    public abstract void selectRegion();

    /// Goes to the next or previous change, where there are changes.
    abstract boolean step(boolean forward);

    /// Makes `pane` the one the hands are in.
    abstract void enter(int pane);

    /// The pane the hands are in.
    abstract int activePane();

    abstract String tooltip(int pane, long address);

    abstract void paintHeader(HexPainter painter, int pane, double left, double width);

    abstract void paintRow(
            HexPainter painter, int pane, double left, double y, double width, HexRow row);

    final Minimap minimap() {
        return minimap;
    }

    final HexMetrics metrics() {
        return metrics;
    }

    final HexGeometry geometry() {
        return geometry;
    }

    final void repaint() {
        sheet.repaint();
        minimap.repaint();
        bar.follow();
    }

    private void reveal() {
        int index = (int) (navigation.caret() & (metrics.bytesPerRow() - 1));
        geometry.reveal(index, inText.get(), metrics);
    }

    /// The row at height `y` of the sheet, which may lie outside of what is in sight.
    final long rowAt(double y) {
        return navigation.topRow()
                + (long) Math.floor((y - metrics.rowHeight()) / metrics.rowHeight());
    }

    private void refresh() {
        minimap.look(palette.get(), metrics.rowHeight());
        repaint();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - BAR - Minimap.WIDTH);
        int digits = navigation.rows().highest() >>> 48 == 0 ? 12 : 16;
        var sixteen = HexMetrics.of(FAMILY, fontSize.get(), digits, 16, geometry.panes() > 1);
        int count = bytesPerRow.get().count(sixteen.width() * geometry.panes() <= width);
        metrics = sixteen.withBytesPerRow(count);
        lay(count);
        double height = Math.max(0, getHeight() - (geometry.fit(width, metrics) ? BAR : 0));
        sideways.resizeRelocate(0, height, width, BAR);
        sheet.resizeRelocate(0, 0, width, height);
        minimap.resizeRelocate(width, 0, Minimap.WIDTH, getHeight());
        bar.resizeRelocate(width + Minimap.WIDTH, 0, BAR, getHeight());
        ((Rectangle) getClip()).setWidth(getWidth());
        ((Rectangle) getClip()).setHeight(getHeight());
        navigation.setVisibleRows((int) ((height - metrics.rowHeight()) / metrics.rowHeight()));
        refresh();
    }

    private void paint(GraphicsContext g, double width, double height) {
        var colours = palette.get();
        g.setFill(colours.background());
        g.fillRect(0, 0, width, height);
        var painter = new HexPainter(g, metrics, colours, hatch);
        var rows = navigation.rows();
        if (rows.isEmpty()) {
            painter.placeholder(width, height, placeholder.get());
        }
        double rowWidth = Math.max(geometry.paneWidth(), metrics.width());
        for (int pane = 0; pane < geometry.panes(); pane++) {
            g.save();
            g.beginPath();
            g.rect(geometry.paneLeft(pane), 0, geometry.paneWidth(), height);
            g.clip();
            long end =
                    Math.min(rows.rowCount(), navigation.topRow() + navigation.visibleRows() + 1L);
            for (long n = navigation.topRow(); n < end; n++) {
                double y = (n - navigation.topRow() + 1) * metrics.rowHeight();
                paintRow(painter, pane, geometry.left(pane), y, rowWidth, rows.row(n));
            }
            paintHeader(painter, pane, geometry.left(pane), rowWidth);
            g.restore();
            if (pane > 0) {
                g.setFill(colours.line());
                g.fillRect(geometry.paneLeft(pane) - 1, 0, 1, height);
            }
        }
        if (isFocused()) {
            g.setStroke(colours.caret());
            g.setLineWidth(1);
            g.strokeRect(0.5, 0.5, width - 1, height - 1);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return metrics.width() * geometry.panes() + Minimap.WIDTH + BAR;
    }

    @Override
    protected double computePrefHeight(double width) {
        return metrics.rowHeight() * 25;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        var words = speech();
        return switch (attribute) {
            case TEXT -> words;
            case EDITABLE -> false;
            case CARET_OFFSET, SELECTION_START, SELECTION_END, LINE_FOR_OFFSET, LINE_START -> 0;
            case LINE_END -> words.length();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
