package org.icecore.views.images;

import java.util.ArrayList;
import java.util.HashMap;
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
    private static final int ALONE = -1;

    private final FieldIndex index;
    private final Map<FieldPath, List<ImageField>> taken = few();
    private final Map<FieldPath, int[]> numbered = few();

    private static <T> Map<FieldPath, T> few() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<FieldPath, T> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }

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
            return FieldLine.of(field(path), name(path));
        } catch (EvidenceException unreadable) {
            return FieldLine.unreadable("entries[%d]".formatted(path.entry() - 1), unreadable);
        }
    }

    /// The names on the way to a field: `entries[3].vmas[1].start`.
    String words(FieldPath path) throws EvidenceException {
        var words = new StringBuilder(index.at(path.entry()).name());
        var at = FieldPath.of(path.entry());
        for (int i = 1; i <= path.depth(); i++) {
            at = at.child(path.steps().get(i));
            var name = name(at);
            words.append(name.startsWith("[") ? "" : ".").append(name);
        }
        return words.toString();
    }

    /// What a field is called among its neighbours: one that comes more than once with its number.
    private String name(FieldPath path) throws EvidenceException {
        if (path.depth() == 0) {
            return index.at(path.entry()).name();
        }
        var among = parts(path.parent());
        int step = path.last();
        var field = among.get(step);
        if (isFrame(field, path)) {
            return "entry size";
        }
        int number = numbers(path.parent())[step];
        return field.name().startsWith("[") || number == ALONE
                ? field.name()
                : "%s[%d]".formatted(field.name(), number);
    }

    /// Of each part of a field the number among those of its name, or [#ALONE]. Found for all at once: there can be very many.
    private int[] numbers(FieldPath parent) throws EvidenceException {
        var known = numbered.get(parent);
        if (known == null) {
            known = numbers(parts(parent), parent);
            numbered.put(parent, known);
        }
        return known;
    }

    private static int[] numbers(List<ImageField> among, FieldPath parent) {
        var seen = new HashMap<String, Integer>();
        var numbers = new int[among.size()];
        for (int i = 0; i < numbers.length; i++) {
            var field = among.get(i);
            numbers[i] =
                    isFrame(field, parent.child(i))
                            ? 0
                            : seen.merge(field.name(), 1, Integer::sum) - 1;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (seen.getOrDefault(among.get(i).name(), 1) == 1) {
                numbers[i] = ALONE;
            }
        }
        return numbers;
    }

    /// The length before an entry, which is no field of its message: that may have a size of its own.
    private static boolean isFrame(ImageField field, FieldPath path) {
        return path.depth() == 1 && field.number() == 0 && field.name().equals("size");
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
