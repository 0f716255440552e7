package org.icecore.views.hex;

import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyEvent;
import org.icecore.views.hex.model.HexCopy;
import org.icecore.views.hex.model.HexCursor.Motion;

/// The keyboard of a hex view.
final class HexKeys {

    private static final double SMALLEST = 8;
    private static final double LARGEST = 40;
    private static final double USUAL = 13;

    private final HexSurface surface;

    HexKeys(HexSurface surface) {
        this.surface = surface;
    }

    void install() {
        surface.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (!event.isAltDown()
                            && (event.isShortcutDown() ? command(event) : plain(event))) {
                        event.consume();
                    }
                });
    }

    private boolean plain(KeyEvent event) {
        boolean extend = event.isShiftDown();
        return switch (event.getCode()) {
            case LEFT, KP_LEFT -> move(Motion.LEFT, extend);
            case RIGHT, KP_RIGHT -> move(Motion.RIGHT, extend);
            case UP, KP_UP -> move(Motion.UP, extend);
            case DOWN, KP_DOWN -> move(Motion.DOWN, extend);
            case HOME -> move(Motion.ROW_START, extend);
            case END -> move(Motion.ROW_END, extend);
            case PAGE_UP -> move(Motion.PAGE_UP, extend);
            case PAGE_DOWN -> move(Motion.PAGE_DOWN, extend);
            case TAB -> tab(extend);
            case ENTER -> surface.toggleFold(surface.navigation().cursor().caret());
            case ESCAPE -> deselect();
            case F8 -> surface.step(!event.isShiftDown());
            default -> false;
        };
    }

    private boolean command(KeyEvent event) {
        boolean extend = event.isShiftDown();
        return switch (event.getCode()) {
            case HOME -> move(Motion.START, extend);
            case END -> move(Motion.END, extend);
            case UP -> scroll(-1);
            case DOWN -> scroll(1);
            case TAB -> leave(extend);
            case A -> select();
            case C -> extend ? offer() : copy();
            case INSERT -> copy();
            case PLUS, ADD, EQUALS -> size(surface.fontSizeProperty().get() + 1);
            case MINUS, SUBTRACT -> size(surface.fontSizeProperty().get() - 1);
            case DIGIT0, NUMPAD0 -> size(USUAL);
            default -> false;
        };
    }

    private boolean move(Motion motion, boolean extend) {
        surface.navigation().move(motion, extend);
        return true;
    }

    private boolean scroll(int rows) {
        surface.navigation().scrollBy(rows);
        return true;
    }

    /// Goes through the columns of all panes.
    private boolean tab(boolean backwards) {
        var inText = surface.inTextProperty();
        if (inText.get() != backwards) {
            surface.enter((surface.activePane() + 1) % surface.geometry().panes());
        }
        inText.set(!inText.get());
        return true;
    }

    private boolean leave(boolean backwards) {
        return surface.requestFocusTraversal(
                backwards ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }

    private boolean deselect() {
        var navigation = surface.navigation();
        boolean selected = navigation.selection().isPresent();
        if (selected) {
            navigation.place(navigation.cursor().caret(), false);
        }
        return selected;
    }

    private boolean select() {
        surface.selectRegion();
        return true;
    }

    private boolean copy() {
        surface.copy(surface.inTextProperty().get() ? HexCopy.Format.TEXT : HexCopy.Format.HEX);
        return true;
    }

    private boolean offer() {
        surface.offerCopies();
        return true;
    }

    private boolean size(double size) {
        surface.fontSizeProperty().set(Math.clamp(size, SMALLEST, LARGEST));
        return true;
    }
}
