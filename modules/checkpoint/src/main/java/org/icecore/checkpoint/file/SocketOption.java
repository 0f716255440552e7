package org.icecore.checkpoint.file;

/// Something that is set of a socket: an option of `setsockopt` by its name, or what else is recorded, by a word of ours.
public sealed interface SocketOption {
    /// `TCP_NODELAY`, `SO_MARK`; several may have one name, such as memberships.
    String name();

    /// The name, and the value where it has one: `TCP_NODELAY`, `SO_MARK 7`.
    default String text() {
        return switch (this) {
            case Switch _ -> name();
            case Count(var name, var value) -> name + " " + Long.toUnsignedString(value);
            case Words(var name, var value) -> name + " " + value;
        };
    }

    /// What is on.
    record Switch(String name) implements SocketOption {}

    /// What has a number.
    ///
    /// @param value unsigned
    record Count(String name, long value) implements SocketOption {}

    /// What has a value of another kind.
    record Words(String name, String value) implements SocketOption {}
}
