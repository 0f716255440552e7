package org.icecore.workbench.command;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/// What a command does in the present context, and whether it can be done now. Runs on the UI thread.
@FunctionalInterface
public interface Handler {
    /// Does it. Long work belongs into a job.
    void run();

    /// Whether it can be done now. The same observable on each call.
    default ObservableValue<Boolean> enabled() {
        return Always.ENABLED;
    }

    /// For a command that switches something on and off: whether it is on. Menus show a tick.
    default Optional<ObservableValue<Boolean>> checked() {
        return Optional.empty();
    }

    /// A handler that is always enabled.
    static Handler of(Runnable deed) {
        return deed::run;
    }

    /// A handler that is enabled while `enabled` holds.
    static Handler of(Runnable deed, ObservableValue<Boolean> enabled) {
        return new Simple(deed, enabled, Optional.empty());
    }

    /// A handler for a switch that is on while `checked` holds.
    static Handler toggle(Runnable deed, ObservableValue<Boolean> checked) {
        return new Simple(deed, Always.ENABLED, Optional.of(checked));
    }

    /// A handler made of its three parts.
    record Simple(
            Runnable deed,
            ObservableValue<Boolean> enabled,
            Optional<ObservableValue<Boolean>> checked)
            implements Handler {
        @Override
        public void run() {
            deed.run();
        }
    }

    /// The constant truth.
    final class Always {
        static final ObservableValue<Boolean> ENABLED =
                new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

        private Always() {}
    }
}
