package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.checkpoint.Observed;

/// The changes found so far, in the order in which they were found.
final class Ledger {

    private final List<Change> changes = new ArrayList<>();

    List<Change> changes() {
        return List.copyOf(changes);
    }

    void add(Change change) {
        changes.add(change);
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

    /// Notes a property whose values differ, or that only one side holds. Two absences are no difference.
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
        changed(
                located,
                property,
                first.orElseGet(() -> Observations.absence(before)),
                second.orElseGet(() -> Observations.absence(after)),
                first.isPresent() && second.isPresent()
                        ? ""
                        : "only one of the checkpoints holds it");
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
