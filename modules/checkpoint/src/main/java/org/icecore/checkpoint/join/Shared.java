package org.icecore.checkpoint.join;

import java.util.HashMap;
import java.util.Map;

/// One of each value: tasks of a container have equal credentials, limits, names by the thousand.
final class Shared {

    private final Map<Object, Object> values = new HashMap<>();

    /// The first value that was equal to `value`.
    @SuppressWarnings("unchecked")
    <T> T of(T value) {
        var first = values.putIfAbsent(value, value);
        // Equal values of the records and lists that are shared here are of one type.
        return first == null ? value : (T) first;
    }
}
