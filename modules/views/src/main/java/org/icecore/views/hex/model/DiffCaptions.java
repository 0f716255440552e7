package org.icecore.views.hex.model;

/// The words of the rows of a comparison that show no bytes.
final class DiffCaptions {

    private DiffCaptions() {}

    static String of(
            RunTable before,
            RunTable after,
            boolean changesOnly,
            HexRow.Kind kind,
            AddressSpan span) {
        return switch (kind) {
            case TITLE -> title(before.at(span.first()), before, after.at(span.first()), after);
            case GAP -> "not mapped, " + ByteCount.of(span);
            case FOLDED, UNFOLDED -> folded(before, after, changesOnly, span);
            case BYTES -> "";
        };
    }

    private static String title(int one, RunTable before, int other, RunTable after) {
        if (one < 0) {
            return after.regionOf(other).label() + ", after only";
        }
        if (other < 0) {
            return before.regionOf(one).label() + ", before only";
        }
        var was = before.regionOf(one).label();
        var is = after.regionOf(other).label();
        return was.equals(is) ? is : "%s, now %s".formatted(was, is);
    }

    private static String folded(
            RunTable before, RunTable after, boolean changesOnly, AddressSpan span) {
        var pairing = new Pairing(before.stateAt(span.first()), after.stateAt(span.first()));
        var size = ByteCount.of(span);
        if (changesOnly && pairing.comparable()) {
            return size + " equal";
        }
        if (pairing.before() == ByteState.NOT_MAPPED || pairing.after() == ByteState.NOT_MAPPED) {
            return "%s: before %s, after %s"
                    .formatted(size, words(before, span), words(after, span));
        }
        if (pairing.comparable()) {
            return size + " zero pages on both sides";
        }
        return "%s not compared: before %s, after %s"
                .formatted(size, words(before, span), words(after, span));
    }

    private static String words(RunTable table, AddressSpan span) {
        int run = table.at(span.first());
        if (run < 0) {
            return "not mapped";
        }
        return switch (table.state(run)) {
            case CAPTURED -> "captured";
            case ZERO -> "zero pages";
            case NOT_CAPTURED -> "not captured (%s)".formatted(table.origin(run));
            case NOT_MAPPED -> "not mapped";
        };
    }
}
