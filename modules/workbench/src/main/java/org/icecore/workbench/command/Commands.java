package org.icecore.workbench.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The commands of the workbench and the handler that is in charge of each right now.
///
/// A command has at most one handler of its own; the active part may bring a handler that takes precedence while the part
/// is active. A command without any handler is disabled. Used on the UI thread only.
public final class Commands {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final BiConsumer<Command, RuntimeException> onFailure;

    /// @param onFailure told when a handler throws; the exception goes no further
    public Commands(BiConsumer<Command, RuntimeException> onFailure) {
        this.onFailure = onFailure;
    }

    /// Adds a command that only parts handle.
    public void register(Command command) {
        if (entries.putIfAbsent(command.id(), new Entry(command)) != null) {
            throw new IllegalArgumentException("command registered twice: " + command.id());
        }
    }

    /// Adds a command with its handler.
    public void register(Command command, Handler handler) {
        register(command);
        entry(command.id()).own = Optional.of(handler);
        entry(command.id()).refresh();
    }

    /// All commands in the order of registration.
    public List<Command> all() {
        var all = new ArrayList<Command>();
        entries.values().forEach(entry -> all.add(entry.command));
        return List.copyOf(all);
    }

    /// The command of that id, if there is one.
    public Optional<Command> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(entry -> entry.command);
    }

    /// Whether the command can run now; bindable. False for an unknown id.
    public ReadOnlyBooleanProperty enabled(String id) {
        var entry = entries.get(id);
        return entry == null
                ? new ReadOnlyBooleanWrapper(false).getReadOnlyProperty()
                : entry.enabled();
    }

    /// Whether the switch is on now; bindable. False for a command that is no switch.
    public ReadOnlyBooleanProperty checked(String id) {
        var entry = entries.get(id);
        return entry == null
                ? new ReadOnlyBooleanWrapper(false).getReadOnlyProperty()
                : entry.checked();
    }

    /// Whether the command switches something on and off.
    public boolean isToggle(String id) {
        var entry = entries.get(id);
        return entry != null && entry.handler().flatMap(Handler::checked).isPresent();
    }

    /// Runs the command if it is enabled.
    ///
    /// @return false if there is no such command or it is disabled now
    public boolean execute(String id) {
        var entry = entries.get(id);
        if (entry == null || !entry.enabled().get()) {
            return false;
        }
        try {
            entry.handler().ifPresent(Handler::run);
        } catch (RuntimeException failure) {
            onFailure.accept(entry.command, failure);
        }
        return true;
    }

    /// Puts the handlers of the part that became active in charge. Ids that are not registered are an error of the part.
    public void activate(Map<String, Handler> partHandlers) {
        requireRegistered(partHandlers.keySet());
        for (var entry : entries.values()) {
            var wanted = Optional.ofNullable(partHandlers.get(entry.command.id()));
            if (!entry.ofPart.equals(wanted)) {
                entry.ofPart = wanted;
                entry.refresh();
            }
        }
    }

    private void requireRegistered(Collection<String> ids) {
        ids.forEach(this::entry);
    }

    private Entry entry(String id) {
        var entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("no such command: " + id);
        }
        return entry;
    }

    private static final class Entry {
        private final Command command;
        private final ReadOnlyBooleanWrapper enabled = new ReadOnlyBooleanWrapper(false);
        private final ReadOnlyBooleanWrapper checked = new ReadOnlyBooleanWrapper(false);
        private Optional<Handler> own = Optional.empty();
        private Optional<Handler> ofPart = Optional.empty();

        Entry(Command command) {
            this.command = command;
        }

        Optional<Handler> handler() {
            return ofPart.or(() -> own);
        }

        void refresh() {
            enabled.unbind();
            checked.unbind();
            enabled.set(false);
            checked.set(false);
            handler()
                    .ifPresent(
                            handler -> {
                                enabled.bind(handler.enabled());
                                handler.checked().ifPresent(checked::bind);
                            });
        }

        ReadOnlyBooleanProperty enabled() {
            return enabled.getReadOnlyProperty();
        }

        ReadOnlyBooleanProperty checked() {
            return checked.getReadOnlyProperty();
        }
    }
}
