package org.icecore.workbench.navigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The locations visited, with a present one. Used on the UI thread only.
///
/// What the [Navigator] visits while it goes back or forward is not a new visit.
public final class NavigationHistory {
    private static final int LIMIT = 200;

    private final List<Object> locations = new ArrayList<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(false);
    private Navigator navigator = _ -> false;
    private int present = -1;
    private boolean travelling;

    /// A history without locations.
    public NavigationHistory() {}

    /// Sets who shows a location.
    public void navigator(Navigator wanted) {
        navigator = wanted;
    }

    /// Records that a location is shown now. Forgets what lay ahead. Visiting the present location again is no visit.
    public void visit(Object location) {
        if (travelling || present().filter(location::equals).isPresent()) {
            return;
        }
        locations.subList(present + 1, locations.size()).clear();
        locations.add(location);
        if (locations.size() > LIMIT) {
            locations.removeFirst();
        }
        present = locations.size() - 1;
        refresh();
    }

    /// The location shown now.
    public Optional<Object> present() {
        return present < 0 ? Optional.empty() : Optional.of(locations.get(present));
    }

    /// Goes to the location visited before. Locations that are gone are dropped on the way.
    public void back() {
        travel(-1);
    }

    /// Goes to the location from which the examiner came back.
    public void forward() {
        travel(1);
    }

    /// Whether there is a location to go back to.
    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    /// Whether there is a location to go forward to.
    public ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    /// Forgets all locations, for instance when what they point to was closed.
    public void clear() {
        locations.clear();
        present = -1;
        refresh();
    }

    private void travel(int step) {
        travelling = true;
        try {
            while (present + step >= 0 && present + step < locations.size()) {
                if (navigator.go(locations.get(present + step))) {
                    present += step;
                    return;
                }
                locations.remove(present + step);
                present += step < 0 ? step : 0;
            }
        } finally {
            travelling = false;
            refresh();
        }
    }

    private void refresh() {
        canGoBack.set(present > 0);
        canGoForward.set(present < locations.size() - 1);
    }
}
