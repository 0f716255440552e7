package org.icecore.fuzz;

import java.util.List;
import java.util.function.Supplier;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// What holds of all evidence, however damaged.
final class Promise {

    private Promise() {}

    /// Fails with the message if the promise is broken.
    static void that(boolean kept, Supplier<String> broken) {
        if (!kept) {
            throw new AssertionError(broken.get());
        }
    }

    /// A refusal names its place first, then the defect.
    static void located(EvidenceException refusal) {
        that(
                refusal.getMessage().equals(refusal.at() + ": " + refusal.defect()),
                refusal::getMessage);
        that(!refusal.defect().isBlank(), () -> "no word on what is wrong at " + refusal.at());
    }

    /// Each defect says something, and lies within the `size` bytes that were read.
    static void located(List<Defect> defects, long size) {
        for (var defect : defects) {
            that(!defect.text().isBlank(), () -> "no word on what is wrong at " + defect.at());
            within(defect.at().range(), size, defect.toString());
        }
    }

    /// A range lies within the first `size` bytes.
    static void within(ByteRange range, long size, String what) {
        that(
                range.start() >= 0 && range.start() <= range.end() && range.end() <= size,
                () -> "%s at %s, of %d bytes".formatted(what, range, size));
    }
}
