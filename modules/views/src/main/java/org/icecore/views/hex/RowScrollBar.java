package org.icecore.views.hex;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import org.icecore.views.hex.model.HexNavigation;

/// A scroll bar over rows numbered by `long`. Its value is a fraction; steps and pages go by rows, not by fractions.
final class RowScrollBar extends ScrollBar {

    private final HexNavigation navigation;
    private boolean following;

    RowScrollBar(HexNavigation navigation) {
        this.navigation = navigation;
        setOrientation(Orientation.VERTICAL);
        setMin(0);
        setMax(1);
        setFocusTraversable(false);
        valueProperty()
                .subscribe(
                        value -> {
                            if (!following) {
                                navigation.scrollTo(
                                        Math.round(value.doubleValue() * navigation.lastTopRow()));
                            }
                        });
    }

    /// Takes over where the view stands.
    void follow() {
        following = true;
        long last = navigation.lastTopRow();
        setDisable(last == 0);
        double rows = Math.max(1.0, navigation.rows().rowCount());
        setVisibleAmount(last == 0 ? 1 : Math.min(1, navigation.visibleRows() / rows));
        setValue(last == 0 ? 0 : (double) navigation.topRow() / last);
        following = false;
    }

    @Override
    public void increment() {
        navigation.scrollBy(1);
    }

    @Override
    public void decrement() {
        navigation.scrollBy(-1);
    }

    @Override
    public void adjustValue(double position) {
        double at =
                navigation.lastTopRow() == 0
                        ? 0
                        : (double) navigation.topRow() / navigation.lastTopRow();
        navigation.scrollBy(position > at ? navigation.visibleRows() : -navigation.visibleRows());
    }
}
