package org.icecore.checkpoint.join;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.EventpollFileEntry;
import org.icecore.criu.proto.EventpollTfdEntry;
import org.icecore.criu.proto.FanotifyFileEntry;
import org.icecore.criu.proto.FanotifyMarkEntry;
import org.icecore.criu.proto.FileEntry;
import org.icecore.criu.proto.InotifyFileEntry;
import org.icecore.criu.proto.InotifyWdEntry;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;

/// What older dumps wrote of watches apart from the files through which tasks watch, by the ids of these.
final class OlderWatches {

    private static final int MOST_DEFECTS = 1000;

    private final Map<Integer, List<EventpollTfdEntry>> polled = new HashMap<>();
    private final Map<Integer, List<InotifyWdEntry>> watched = new HashMap<>();
    private final Map<Integer, List<FanotifyMarkEntry>> marked = new HashMap<>();
    private final List<Watch> all = new ArrayList<>();

    /// An entry that stands apart.
    private record Watch(Class<? extends OpenFile> type, String what, int file, Location at) {}

    private OlderWatches() {}

    static OlderWatches of(ImageSet images) {
        var watches = new OlderWatches();
        watches.read(
                images,
                ImageKind.EVENTPOLL_TFD,
                EventpollTfdEntry.class,
                EventpollTfdEntry::getId,
                watches.polled);
        watches.read(
                images,
                ImageKind.INOTIFY_WD,
                InotifyWdEntry.class,
                InotifyWdEntry::getId,
                watches.watched);
        watches.read(
                images,
                ImageKind.FANOTIFY_MARK,
                FanotifyMarkEntry.class,
                FanotifyMarkEntry::getId,
                watches.marked);
        return watches;
    }

    private <M extends Message> void read(
            ImageSet images,
            ImageKind kind,
            Class<M> type,
            Function<M, Integer> file,
            Map<Integer, List<M>> into) {
        images.read(ImageName.of(kind)).stream()
                .flatMap(image -> image.entries().stream())
                .filter(entry -> type.isInstance(entry.message()))
                .forEach(
                        entry -> {
                            var watch = type.cast(entry.message());
                            var id = file.apply(watch);
                            into.computeIfAbsent(id, _ -> new ArrayList<>()).add(watch);
                            all.add(watch(kind, id, entry.at()));
                        });
    }

    private static Watch watch(ImageKind kind, int file, Location at) {
        return switch (kind) {
            case EVENTPOLL_TFD -> new Watch(OpenFile.EventPoll.class, "epoll", file, at);
            case INOTIFY_WD -> new Watch(OpenFile.Inotify.class, "inotify", file, at);
            default -> new Watch(OpenFile.Fanotify.class, "fanotify", file, at);
        };
    }

    /// The file with its watches, as newer dumps write it.
    Message joined(Message file) {
        return switch (file) {
            case EventpollFileEntry poll ->
                    poll.toBuilder()
                            .addAllTfd(polled.getOrDefault(poll.getId(), List.of()))
                            .buildPartial();
            case InotifyFileEntry inotify ->
                    inotify.toBuilder()
                            .addAllWd(watched.getOrDefault(inotify.getId(), List.of()))
                            .buildPartial();
            case FanotifyFileEntry fanotify ->
                    fanotify.toBuilder()
                            .addAllMark(marked.getOrDefault(fanotify.getId(), List.of()))
                            .buildPartial();
            default -> file;
        };
    }

    /// The same of an entry of `files.img`, beside which watches may stand apart, too.
    FileEntry joined(FileEntry entry) {
        if (all.isEmpty()) {
            return entry;
        }
        if (entry.hasEpfd()) {
            return entry.toBuilder()
                    .setEpfd((EventpollFileEntry) joined((Message) entry.getEpfd()))
                    .buildPartial();
        }
        if (entry.hasIfy()) {
            return entry.toBuilder()
                    .setIfy((InotifyFileEntry) joined((Message) entry.getIfy()))
                    .buildPartial();
        }
        if (entry.hasFfy()) {
            return entry.toBuilder()
                    .setFfy((FanotifyFileEntry) joined((Message) entry.getFfy()))
                    .buildPartial();
        }
        return entry;
    }

    /// Tells which belong to none of `files`: no table can show them.
    void tellOrphans(Map<Long, OpenFile> files, Consumer<Defect> defects) {
        var told = 0;
        for (var watch : all) {
            var id = Integer.toUnsignedLong(watch.file());
            var file = Optional.ofNullable(files.get(id));
            if (file.filter(watch.type()::isInstance).isPresent()) {
                continue;
            }
            if (told++ == MOST_DEFECTS) {
                defects.accept(
                        new Defect(watch.at(), "more watches of no file from here on, not listed"));
                return;
            }
            var of = "watch of %s file %d, ".formatted(watch.what(), id);
            defects.accept(
                    new Defect(
                            watch.at(),
                            file.map(other -> of + "which is of the kind " + other.kind())
                                    .orElse(of + "which no image of open files lists")));
        }
    }
}
