package org.icecore.views.hex;

import javafx.animation.AnimationTimer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.icecore.views.hex.model.HexCopy;
import org.icecore.views.hex.model.HexRow;

/// The mouse of a hex view.
final class HexPointer {

    private static final int WHEEL_ROWS = 3;

    private final HexSurface surface;
    private final HexSheet sheet;
    private final Tooltip tooltip = new Tooltip();
    private final AnimationTimer scroller;
    private double lastX;
    private double lastY;
    private double wheel;
    private long pressedRow = -1;

    HexPointer(HexSurface surface, HexSheet sheet) {
        this.surface = surface;
        this.sheet = sheet;
        scroller =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        surface.navigation().scrollBy(lastY < 0 ? -1 : 1);
                        extend();
                    }
                };
        tooltip.setShowDelay(Duration.millis(500));
    }

    void install() {
        sheet.setOnMousePressed(this::press);
        sheet.setOnMouseDragged(this::drag);
        sheet.setOnMouseReleased(this::release);
        sheet.setOnMouseMoved(this::rest);
        sheet.setOnScroll(this::scroll);
        sheet.setOnContextMenuRequested(
                event -> menu().show(surface, event.getScreenX(), event.getScreenY()));
        surface.setOnContextMenuRequested(
                event -> {
                    if (event.isKeyboardTrigger()) {
                        surface.offerCopies();
                    }
                });
    }

    private void press(MouseEvent event) {
        surface.requestFocus();
        var rows = surface.navigation().rows();
        long number = surface.rowAt(event.getY());
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        pressedRow = primary && !event.isShiftDown() ? number : -1;
        if (rows.isEmpty() || number < surface.navigation().topRow() || number >= rows.rowCount()) {
            return;
        }
        lastX = event.getX();
        lastY = event.getY();
        surface.enter(surface.geometry().paneAt(event.getX()));
        surface.inTextProperty()
                .set(
                        surface.metrics()
                                .inText(
                                        event.getX()
                                                - surface.geometry()
                                                        .left(
                                                                surface.geometry()
                                                                        .paneAt(event.getX()))));
        var row = rows.row(number);
        boolean kept =
                !primary
                        && surface.navigation()
                                .selection()
                                .filter(span -> span.contains(address(row)))
                                .isPresent();
        if (row.kind().holdsCaret() && !kept) {
            surface.navigation().place(address(row), primary && event.isShiftDown());
        }
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        lastX = event.getX();
        lastY = event.getY();
        boolean outside = lastY < 0 || lastY > sheet.getHeight();
        if (outside) {
            scroller.start();
        } else {
            scroller.stop();
            extend();
        }
    }

    /// Extends the selection to where the pointer is.
    private void extend() {
        var navigation = surface.navigation();
        var rows = navigation.rows();
        if (rows.isEmpty()) {
            return;
        }
        long wanted =
                surface.rowAt(
                        Math.clamp(
                                lastY,
                                surface.metrics().rowHeight(),
                                Math.max(surface.metrics().rowHeight(), sheet.getHeight() - 1)));
        long number =
                rows.caretRow(
                        Math.min(wanted, navigation.topRow() + navigation.visibleRows() - 1),
                        false);
        if (number >= 0) {
            long address = address(rows.row(number));
            if (address != navigation.cursor().caret()) {
                navigation.place(address, true);
            }
        }
    }

    private void release(MouseEvent event) {
        scroller.stop();
        var rows = surface.navigation().rows();
        long number = surface.rowAt(event.getY());
        boolean seen = number >= surface.navigation().topRow() && number < rows.rowCount();
        if (seen && number == pressedRow && event.isStillSincePress()) {
            var row = rows.row(number);
            if (row.kind() == HexRow.Kind.FOLDED || row.kind() == HexRow.Kind.UNFOLDED) {
                surface.toggleFold(row.span().first());
            }
        }
    }

    /// The byte of `row` under the pointer or nearest to it.
    private long address(HexRow row) {
        if (row.kind() != HexRow.Kind.BYTES) {
            return row.span().first();
        }
        var metrics = surface.metrics();
        double x = lastX - surface.geometry().left(surface.activePane());
        int index = surface.inTextProperty().get() ? metrics.byteInText(x) : metrics.byteInHex(x);
        return row.span().nearest(row.base() + index);
    }

    private void rest(MouseEvent event) {
        var rows = surface.navigation().rows();
        long number = surface.rowAt(event.getY());
        var words = "";
        if (number >= surface.navigation().topRow() && number < rows.rowCount()) {
            var row = rows.row(number);
            int pane = surface.geometry().paneAt(event.getX());
            double x = event.getX() - surface.geometry().left(pane);
            if (row.kind() == HexRow.Kind.BYTES) {
                var metrics = surface.metrics();
                int index = metrics.inText(x) ? metrics.byteInText(x) : metrics.byteInHex(x);
                words = surface.tooltip(pane, row.span().nearest(row.base() + index));
            } else {
                words = row.caption();
            }
        }
        if (words.isEmpty()) {
            Tooltip.uninstall(sheet, tooltip);
        } else if (!words.equals(tooltip.getText())) {
            tooltip.setText(words);
            Tooltip.install(sheet, tooltip);
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            double size = surface.fontSizeProperty().get() + Math.signum(event.getDeltaY());
            surface.fontSizeProperty().set(Math.clamp(size, 8, 40));
        } else {
            wheel -=
                    event.getTextDeltaY() != 0
                            ? event.getTextDeltaY()
                            : event.getDeltaY() / 40 * WHEEL_ROWS;
            surface.navigation().scrollBy((long) wheel);
            wheel -= (long) wheel;
        }
        event.consume();
    }

    ContextMenu menu() {
        var menu = new ContextMenu();
        for (var format : HexCopy.Format.values()) {
            var item = new MenuItem(words(format));
            item.setOnAction(_ -> surface.copy(format));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String words(HexCopy.Format format) {
        return switch (format) {
            case HEX -> "Copy as hex";
            case DUMP -> "Copy as hex dump";
            case TEXT -> "Copy as text";
            case C_ARRAY -> "Copy as C array";
            case JAVA_ARRAY -> "Copy as Java array";
            case PYTHON -> "Copy as Python bytes";
            case ADDRESS -> "Copy address";
        };
    }
}
