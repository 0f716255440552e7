package org.icecore.analysis.compare;

import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Origin.Gap;

/// Sentences about bytes that cannot be compared.
final class OriginText {

    private OriginText() {}

    /// Why bytes that are mapped on both sides cannot be compared.
    static String reason(Origin before, Origin after) {
        if (cleanPage(before) && privatePage(after)) {
            return "became a private copy of the file's page (copy on write);"
                    + " its content before is not in the first checkpoint";
        }
        if (privatePage(before) && cleanPage(after)) {
            return "was a private copy of the file's page and is the file's own page again;"
                    + " its content after is not in the second checkpoint";
        }
        if (before.known()) {
            return "not in the second checkpoint: " + text(after);
        }
        if (after.known()) {
            return "not in the first checkpoint: " + text(before);
        }
        var first = text(before);
        var second = text(after);
        return first.equals(second)
                ? "in neither checkpoint: " + first
                : "in neither checkpoint: %s before, %s after".formatted(first, second);
    }

    /// What is known of bytes that only one side maps.
    static String text(Origin origin) {
        return switch (origin) {
            case Origin.Captured _ -> "captured";
            case Origin.Zero _ -> "never written to, all zero";
            case Origin.NotCaptured(_, var reason) -> reason;
            case Origin.NotMapped _ -> "not mapped";
        };
    }

    private static boolean cleanPage(Origin origin) {
        return origin instanceof Origin.NotCaptured(var gap, _) && gap == Gap.CLEAN_FILE_PAGE;
    }

    private static boolean privatePage(Origin origin) {
        return origin instanceof Origin.Captured(_, var store) && store == Origin.Store.PRIVATE;
    }
}
