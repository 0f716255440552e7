package org.icecore.icons;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The family of icons, by name, and the icon of the program.
///
/// Immutable; made once by [#load()] and handed to whoever shows icons.
public final class IconSet {
    /// The sides, in pixels, in which the icon of the program exists as PNG.
    public static final List<Integer> APPLICATION_SIZES =
            List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private static final String TABLE = "icons.tsv";

    private final Map<String, Icon> icons;

    private IconSet(Map<String, Icon> icons) {
        this.icons = icons;
    }

    /// Reads the family that the build has put beside this class.
    public static IconSet load() {
        try (var table = resource(TABLE)) {
            var icons = new LinkedHashMap<String, Icon>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(
                            line -> {
                                var cells = line.split("\t", -1);
                                icons.put(cells[0], new Icon(cells[0], cells[1], cells[2]));
                            });
            return new IconSet(icons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The icon called `name`, as `task-alive`.
    public Optional<Icon> icon(String name) {
        return Optional.ofNullable(icons.get(name));
    }

    /// All names, in alphabetical order.
    public Set<String> names() {
        return Collections.unmodifiableSet(icons.keySet());
    }

    /// The icon of the program as a PNG of `side` pixels, to be closed by the caller.
    ///
    /// @param side one of [#APPLICATION_SIZES]
    public InputStream application(int side) {
        if (!APPLICATION_SIZES.contains(side)) {
            throw new IllegalArgumentException("no application icon of %d pixels".formatted(side));
        }
        return resource("application-%d.png".formatted(side));
    }

    private static InputStream resource(String name) {
        var stream = IconSet.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the build left out " + name);
        }
        return stream;
    }
}
