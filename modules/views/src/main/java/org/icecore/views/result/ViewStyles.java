package org.icecore.views.result;

import java.util.Objects;

/// The stylesheet of all views.
public final class ViewStyles {

    private ViewStyles() {}

    /// Its address. To be asked here: another module cannot see resources of this one.
    public static String address() {
        return Objects.requireNonNull(ViewStyles.class.getResource("/org/icecore/views/views.css"))
                .toExternalForm();
    }
}
