package org.icecore.views.compare;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.Side;

/// The filter language of the list of changes: `kind:mapping task:6 mark:+ heap`. All terms must hold.
///
/// `kind:` takes the beginning of a kind, `task:` a pid or `container`, `mark:` a sign or the beginning of its word;
/// other
/// words must occur in the subject, in a value or in the note. Case does not count.
final class ChangeFilter {
    private ChangeFilter() {}

    static Predicate<ChangeRow> parse(String text) {
        var accepted =
                Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                        .map(ChangeFilter::term)
                        .reduce(_ -> true, Predicate::and);
        return row ->
                switch (row) {
                    case ChangeRow.Group _ -> false;
                    case ChangeRow.Item(_, var change) -> accepted.test(change);
                };
    }

    private static Predicate<Change> term(String term) {
        int colon = term.indexOf(':');
        var value = term.substring(colon + 1);
        return switch (colon < 0 ? "" : term.substring(0, colon)) {
            case "kind" -> change -> change.kind().label().replace(' ', '-').startsWith(value);
            case "task", "pid" ->
                    change ->
                            change.task()
                                    .map(pid -> pid.toString().equals(value))
                                    .orElse("container".startsWith(value));
            case "mark" ->
                    change ->
                            String.valueOf(change.mark().sign()).equals(value)
                                    || !value.isEmpty() && change.mark().label().startsWith(value);
            default ->
                    change ->
                            Stream.of(
                                            Stream.of(
                                                    change.subject(),
                                                    change.aspect(),
                                                    change.kind().label(),
                                                    change.note()),
                                            change.before().stream().map(Side::text),
                                            change.after().stream().map(Side::text))
                                    .flatMap(texts -> texts)
                                    .anyMatch(
                                            words -> words.toLowerCase(Locale.ROOT).contains(term));
        };
    }
}
