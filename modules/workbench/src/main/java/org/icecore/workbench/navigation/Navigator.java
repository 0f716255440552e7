package org.icecore.workbench.navigation;

/// Shows a location of the history again. The application knows what the location means.
@FunctionalInterface
public interface Navigator {
    /// @return false if the location cannot be shown any more; the history then goes on to the next one
    boolean go(Object location);
}
