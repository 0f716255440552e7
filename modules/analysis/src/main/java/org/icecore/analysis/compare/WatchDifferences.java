package org.icecore.analysis.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.icecore.analysis.content.EventNames;
import org.icecore.checkpoint.file.OpenFile;

/// Compares what two states of one epoll, inotify or fanotify instance watch, thing by thing.
final class WatchDifferences {

    private static final String NOT_WATCHED = "not watched";

    private final Ledger ledger;
    private final Topic topic;
    private final String note;

    WatchDifferences(Ledger ledger, Topic topic, String note) {
        this.ledger = ledger;
        this.topic = topic;
        this.note = note;
    }

    void compare(OpenFile.EventPoll before, OpenFile.EventPoll after) {
        compare(
                before.watches(),
                after.watches(),
                watch -> "watch of fd " + watch.fd(),
                watch ->
                        "%s, data 0x%x"
                                .formatted(words(EventNames.epoll(watch.events())), watch.data()));
    }

    void compare(OpenFile.Inotify before, OpenFile.Inotify after) {
        compare(
                before.watches(),
                after.watches(),
                watch ->
                        "watch %d of %s"
                                .formatted(
                                        watch.descriptor(),
                                        watch.path()
                                                .orElseGet(
                                                        () ->
                                                                EventNames.inode(
                                                                        watch.inode(),
                                                                        watch.device()))),
                watch -> words(EventNames.inotify(watch.mask())));
    }

    void compare(OpenFile.Fanotify before, OpenFile.Fanotify after) {
        compare(
                before.marks(),
                after.marks(),
                mark -> "mark on " + marked(mark),
                mark -> words(EventNames.fanotify(mark)));
    }

    /// One change for each thing whose words differ. Of several with one name all words count together.
    private <T> void compare(
            List<T> before, List<T> after, Function<T, String> name, Function<T, String> words) {
        var first = byName(before, name, words);
        var second = byName(after, name, words);
        var names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        names.forEach(
                one ->
                        ledger.compare(
                                topic,
                                one,
                                first.getOrDefault(one, NOT_WATCHED),
                                second.getOrDefault(one, NOT_WATCHED),
                                note));
    }

    private static <T> SequencedMap<String, String> byName(
            List<T> watches, Function<T, String> name, Function<T, String> words) {
        var named = new LinkedHashMap<String, String>();
        watches.forEach(
                watch ->
                        named.merge(name.apply(watch), words.apply(watch), (a, b) -> a + "; " + b));
        return named;
    }

    private static String words(List<String> names) {
        return names.isEmpty() ? "no events" : String.join(", ", names);
    }

    private static String marked(OpenFile.Fanotify.Mark mark) {
        return mark.mount().isPresent()
                ? "mount " + mark.mount().getAsInt()
                : mark.path().orElseGet(() -> EventNames.inode(mark.inode(), mark.device()));
    }
}
