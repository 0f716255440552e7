package org.icecore.views.images;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.icecore.checkpoint.image.FieldIndex;
import org.icecore.checkpoint.image.ImageField;
import org.icecore.evidence.EvidenceException;
import org.icecore.workbench.job.Progress;

/// Looks through all fields of an image, from one on and round to it again. Its work is for a job.
final class FieldSearch {
    private static final int FIELDS_BETWEEN_CHECKS = 1 << 10;

    private final FieldIndex index;
    private final Predicate<ImageField> wanted;
    private final Progress progress;
    private int looked;

    private FieldSearch(FieldIndex index, Predicate<ImageField> wanted, Progress progress) {
        this.index = index;
        this.wanted = wanted;
        this.progress = progress;
    }

    /// The next field that is wanted, or the one before, `from` being the last that is asked; empty if there is none.
    static Optional<FieldPath> find(
            FieldIndex index,
            Predicate<ImageField> wanted,
            FieldPath from,
            boolean forward,
            Progress progress) {
        return new FieldSearch(index, wanted, progress).find(from, forward);
    }

    private Optional<FieldPath> find(FieldPath from, boolean forward) {
        int size = index.size();
        Predicate<FieldPath> beyond =
                forward ? path -> path.compareTo(from) > 0 : path -> path.compareTo(from) < 0;
        for (int i = 0; i <= size; i++) {
            progress.check();
            progress.update(i, size, "");
            int entry = Math.floorMod(forward ? from.entry() + i : from.entry() - i, size);
            Predicate<FieldPath> asked = i == 0 ? beyond : i == size ? beyond.negate() : _ -> true;
            var found = entry(entry, asked, forward);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<FieldPath> entry(int number, Predicate<FieldPath> asked, boolean forward) {
        try {
            return among(index.at(number), FieldPath.of(number), asked, forward);
        } catch (EvidenceException _) {
            // Its row tells why it cannot be read.
            return Optional.empty();
        }
    }

    private Optional<FieldPath> among(
            ImageField field, FieldPath path, Predicate<FieldPath> asked, boolean forward) {
        if (++looked % FIELDS_BETWEEN_CHECKS == 0) {
            progress.check();
        }
        boolean here = asked.test(path) && wanted.test(field);
        if (here && forward) {
            return Optional.of(path);
        }
        List<ImageField> parts = field.children();
        for (int i = 0; i < parts.size(); i++) {
            int number = forward ? i : parts.size() - 1 - i;
            var found = among(parts.get(number), path.child(number), asked, forward);
            if (found.isPresent()) {
                return found;
            }
        }
        return here ? Optional.of(path) : Optional.empty();
    }
}
