package org.icecore.views.images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.checkpoint.image.FieldIndex;
import org.icecore.checkpoint.image.ImageField;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;

/// Takes fields of an image apart, away from the UI thread. For one thread at a time; keeps little.
final class FieldReader {
    private static final int MOST_KEPT = 64;

    private final FieldIndex index;
    private final Map<FieldPath, List<ImageField>> taken =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<FieldPath, List<ImageField>> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    FieldReader(FieldIndex index) {
        this.index = index;
    }

    /// What opening all that holds a field takes.
    ///
    /// @param parts how many fields lie in each field that holds it, the entry first
    record Reach(FieldPath path, List<Integer> parts) {}

    /// How many entries there are, the magic included.
    int size() {
        return index.size();
    }

    /// The field that a path leads to.
    ImageField field(FieldPath path) throws EvidenceException {
        return path.depth() == 0 ? index.at(path.entry()) : parts(path.parent()).get(path.last());
    }

    /// What the row of a field says, whatever its bytes are.
    FieldLine line(FieldPath path) {
        try {
            return FieldLine.of(field(path));
        } catch (EvidenceException unreadable) {
            return FieldLine.unreadable("entries[%d]".formatted(path.entry() - 1), unreadable);
        }
    }

    /// The names on the way to a field: `entries[3].vmas[1].start`.
    String words(FieldPath path) throws EvidenceException {
        var words = new StringBuilder(index.at(path.entry()).name());
        var at = FieldPath.of(path.entry());
        for (int i = 1; i <= path.depth(); i++) {
            int step = path.steps().get(i);
            var among = parts(at);
            var name = among.get(step).name();
            words.append(name.startsWith("[") ? "" : ".").append(name);
            long before = among.subList(0, step).stream().filter(named(name)).count();
            if (before > 0
                    || among.subList(step + 1, among.size()).stream().anyMatch(named(name))) {
                words.append('[').append(before).append(']');
            }
            at = at.child(step);
        }
        return words.toString();
    }

    private static java.util.function.Predicate<ImageField> named(String name) {
        return field -> field.name().equals(name);
    }

    /// The way to the innermost field that holds all bytes of a range; empty if no entry does.
    Optional<Reach> innermost(ByteRange wanted) throws EvidenceException {
        var entry = holder(wanted, index.size(), index::at);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        var path = FieldPath.of(entry.get());
        while (true) {
            var among = parts(path);
            var part = holder(wanted, among.size(), among::get);
            if (part.isEmpty()) {
                return Optional.of(reach(path));
            }
            path = path.child(part.get());
        }
    }

    /// What opening all that holds a field takes.
    Reach reach(FieldPath path) throws EvidenceException {
        var parts = new ArrayList<Integer>();
        for (var at = path; at.depth() > 0; at = at.parent()) {
            parts.addFirst(parts(at.parent()).size());
        }
        return new Reach(path, List.copyOf(parts));
    }

    /// The fields in a field.
    List<ImageField> parts(FieldPath path) throws EvidenceException {
        var known = taken.get(path);
        if (known == null) {
            known = field(path).children();
            taken.put(path, known);
        }
        return known;
    }

    private interface Numbered {
        ImageField at(int number) throws EvidenceException;
    }

    /// Fields lie in the order of their bytes: halving finds the last that begins early enough.
    private static Optional<Integer> holder(ByteRange wanted, int count, Numbered fields)
            throws EvidenceException {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (fields.at(middle).range().start() <= wanted.start()) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        // Fields without bytes of their own may begin where the one with bytes does.
        for (int number = high; number >= 0; number--) {
            var range = fields.at(number).range();
            if (range.start() <= wanted.start() && wanted.end() <= range.end()) {
                return Optional.of(number);
            }
            if (range.length() > 0 && range.start() < wanted.start()) {
                break;
            }
        }
        return Optional.empty();
    }
}
