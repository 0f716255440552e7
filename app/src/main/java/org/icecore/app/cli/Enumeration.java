package org.icecore.app.cli;

import java.util.List;

/// Names in a sentence; of many only the first.
final class Enumeration {

    private static final int MOST = 20;

    private Enumeration() {}

    static String of(List<String> names) {
        var shown = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return names.isEmpty()
                ? "none"
                : names.size() <= MOST
                        ? shown
                        : "%s and %d more".formatted(shown, names.size() - MOST);
    }
}
