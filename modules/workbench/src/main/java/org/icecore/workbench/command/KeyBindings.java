package org.icecore.workbench.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which keys ask for which command. Earlier bindings come first: the application's, then those of the workbench.
public final class KeyBindings {
    private final List<KeyBinding> bindings = new ArrayList<>();
    private final Platform platform;

    public KeyBindings(Platform platform) {
        this.platform = platform;
    }

    /// Adds a binding that yields to those added before.
    public void add(KeyBinding binding) {
        bindings.add(binding);
    }

    /// All bindings, the strongest first.
    public List<KeyBinding> all() {
        return List.copyOf(bindings);
    }

    /// The bindings whose sequence is, or begins with, the strokes pressed so far.
    public List<KeyBinding> matching(List<KeyStroke> pressed) {
        return bindings.stream().filter(binding -> binding.keys().startsWith(pressed)).toList();
    }

    /// The sequence to show beside a command: the first that was bound to it.
    public Optional<KeySequence> of(String commandId) {
        return bindings.stream()
                .filter(binding -> binding.commandId().equals(commandId))
                .map(KeyBinding::keys)
                .findFirst();
    }

    /// The text of that sequence on this platform, such as `Ctrl+3`.
    public Optional<String> display(String commandId) {
        return of(commandId).map(keys -> keys.display(platform));
    }

    /// The text of any sequence on this platform.
    public String display(KeySequence keys) {
        return keys.display(platform);
    }
}
