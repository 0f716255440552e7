package org.icecore.criu.raw;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Names that the kernel's headers give to numbers, from a list that the program carries.
final class NumberNames {

    /// System calls of x86-64.
    static final NumberNames SYSTEM_CALLS = read("syscalls-x86_64.txt");

    /// `errno` values.
    static final NumberNames ERRORS = read("errors.txt");

    private final Map<Long, String> names;

    private NumberNames(Map<Long, String> names) {
        this.names = Map.copyOf(names);
    }

    private static NumberNames read(String resource) {
        var names = new HashMap<Long, String>();
        InputStream stream = NumberNames.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("the program lacks " + resource);
        }
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .forEach(pair -> names.put(Long.valueOf(pair[0]), pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NumberNames(names);
    }

    Optional<String> of(long number) {
        return Optional.ofNullable(names.get(number));
    }
}
