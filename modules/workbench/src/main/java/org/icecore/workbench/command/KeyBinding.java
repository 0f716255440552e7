package org.icecore.workbench.command;

/// A key sequence that asks for a command. Several bindings may share a sequence: the first enabled command wins.
public record KeyBinding(KeySequence keys, String commandId) {
    /// A binding from the text of its keys, such as `shortcut+3`.
    public static KeyBinding of(String keys, String commandId) {
        return new KeyBinding(KeySequence.parse(keys), commandId);
    }
}
