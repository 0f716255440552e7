package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.checkpoint.Observed;

/// The changes found so far, in the order in which they were found.
final class Ledger {

    private static final String ONE_SIDED = "only one of the checkpoints holds it";

    private final List<Change> changes = new ArrayList<>();
    private final Absences first;
    private final Absences second;

    /// @param first what follows from what the first checkpoint does not have
    /// @param second what follows from what the second does not have
    Ledger(Absences first, Absences second) {
        this.first = first;
        this.second = second;
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /// Notes a change; of what one side cannot tell, that its fate is unknown.
    void add(Change change) {
        changes.add(judged(change));
    }

    /// Whether something follows from what the first checkpoint does not have of that kind.
    boolean firstTells(ChangeKind kind) {
        return first.doubt(kind).isEmpty();
    }

    /// The same of the second.
    boolean secondTells(ChangeKind kind) {
        return second.doubt(kind).isEmpty();
    }

    /// Notes a thing of one side of which it is not known whether the other had it.
    void unknown(Change change, String reason) {
        changes.add(
                switch (change) {
                    case Change.Added added -> unknown(added, added.second(), false, reason);
                    case Change.Removed removed -> unknown(removed, removed.first(), true, reason);
                    case Change.Changed _, Change.Unknown _ -> change;
                });
    }

    private Change judged(Change change) {
        return switch (change) {
            case Change.Added added when second.nameless(added.kind()).isPresent() ->
                    unknown(
                            added,
                            added.second(),
                            false,
                            "the second checkpoint cannot tell its name: "
                                    + second.nameless(added.kind()).get());
            case Change.Removed removed when first.nameless(removed.kind()).isPresent() ->
                    unknown(
                            removed,
                            removed.first(),
                            true,
                            "the first checkpoint cannot tell its name: "
                                    + first.nameless(removed.kind()).get());
            case Change.Added added ->
                    first.doubt(added.kind())
                            .<Change>map(
                                    reason ->
                                            unknown(
                                                    added,
                                                    added.second(),
                                                    false,
                                                    "the first checkpoint cannot tell: " + reason))
                            .orElse(added);
            case Change.Removed removed when removed.proof().isEmpty() ->
                    second.doubt(removed.kind())
                            .<Change>map(
                                    reason ->
                                            unknown(
                                                    removed,
                                                    removed.first(),
                                                    true,
                                                    "the second checkpoint cannot tell: " + reason))
                            .orElse(removed);
            case Change.Removed _, Change.Changed _, Change.Unknown _ -> change;
        };
    }

    private static Change unknown(Change change, Side held, boolean inFirst, String reason) {
        return new Change.Unknown(
                change.kind(),
                change.task(),
                change.subject(),
                "",
                held,
                inFirst,
                reason,
                change.note().isEmpty() ? reason : reason + "; " + change.note());
    }

    void addAll(List<Change> others) {
        changes.addAll(others);
    }

    /// Notes a property whose words differ.
    void compare(Topic topic, String property, String before, String after) {
        compare(topic, property, before, after, "");
    }

    void compare(Topic topic, String property, String before, String after, String note) {
        if (!before.equals(after)) {
            changed(topic, property, before, after, note);
        }
    }

    /// Notes a number that differs.
    void compare(Topic topic, String property, long before, long after) {
        compare(topic, property, Long.toString(before), Long.toString(after));
    }

    /// Notes a property whose values differ, or that is recorded on one side only.
    <T> void compare(
            Topic topic,
            String property,
            Optional<T> before,
            Optional<T> after,
            Function<? super T, String> text) {
        var first = before.<String>map(text);
        var second = after.<String>map(text);
        if (!Objects.equals(first, second)) {
            changed(
                    topic,
                    property,
                    first.orElse("not recorded"),
                    second.orElse("not recorded"),
                    "");
        }
    }

    /// Notes a property whose values differ, or that only one side holds; whether it differs is unknown if the other cannot have
    /// had it, or has lost it. Two absences are no difference.
    <T> void compare(
            Topic topic,
            String property,
            Observed<T> before,
            Observed<T> after,
            Function<? super T, String> text) {
        var first = before.found().<String>map(text);
        var second = after.found().<String>map(text);
        if (first.isEmpty() && second.isEmpty() || first.equals(second)) {
            return;
        }
        var located =
                topic.at(
                        Observations.at(before).or(topic::beforeAt),
                        Observations.at(after).or(topic::afterAt));
        if (first.isEmpty() && (!firstTells(topic.kind()) || this.first.damaged())) {
            var held = located.second(second.orElseThrow());
            unknown(located, property, held, false, before.absence().orElse(""));
        } else if (second.isEmpty() && (!secondTells(topic.kind()) || this.second.damaged())) {
            var held = located.first(first.orElseThrow());
            unknown(located, property, held, true, after.absence().orElse(""));
        } else {
            changed(
                    located,
                    property,
                    first.orElseGet(() -> Observations.absence(before)),
                    second.orElseGet(() -> Observations.absence(after)),
                    first.isPresent() && second.isPresent() ? "" : ONE_SIDED);
        }
    }

    /// The same of a property that need not be recorded where the rest is: what one side does not say may be as on the other.
    <T> void compareTold(
            Topic topic,
            String property,
            Observed<T> before,
            Observed<T> after,
            Function<? super T, Optional<String>> text) {
        var first = before.found().<String>flatMap(text);
        var second = after.found().<String>flatMap(text);
        if (before.found().isEmpty()
                || after.found().isEmpty()
                || first.isPresent() == second.isPresent()) {
            compare(
                    topic,
                    property,
                    before,
                    after,
                    value -> text.apply(value).orElse("not recorded"));
            return;
        }
        var located =
                topic.at(
                        Observations.at(before).or(topic::beforeAt),
                        Observations.at(after).or(topic::afterAt));
        unknown(
                located,
                property,
                first.map(located::first).orElseGet(() -> located.second(second.orElseThrow())),
                first.isPresent(),
                "not recorded");
    }

    private void unknown(Topic topic, String property, Side held, boolean inFirst, String reason) {
        changes.add(
                new Change.Unknown(
                        topic.kind(),
                        topic.task(),
                        topic.subject(),
                        property,
                        held,
                        inFirst,
                        reason,
                        ONE_SIDED + ": " + reason));
    }

    /// The same where a side can be wrong, since a damaged image hides what it is called.
    void changed(
            Topic topic,
            String property,
            String before,
            String after,
            String note,
            boolean firstHidden,
            boolean secondHidden) {
        if (firstHidden == secondHidden) {
            changed(topic, property, before, after, note);
        } else {
            unknown(
                    topic,
                    property,
                    firstHidden ? topic.second(after) : topic.first(before),
                    !firstHidden,
                    Hidden.REASON);
        }
    }

    void changed(Topic topic, String property, String before, String after, String note) {
        changes.add(
                new Change.Changed(
                        topic.kind(),
                        topic.task(),
                        topic.subject(),
                        property,
                        topic.first(before),
                        topic.second(after),
                        note));
    }
}
