package org.icecore.checkpoint.join;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.EventpollFileEntry;
import org.icecore.criu.proto.EventpollTfdEntry;
import org.icecore.criu.proto.FanotifyFileEntry;
import org.icecore.criu.proto.FanotifyMarkEntry;
import org.icecore.criu.proto.InotifyFileEntry;
import org.icecore.criu.proto.InotifyWdEntry;

/// What older dumps wrote of watches apart from the files through which tasks watch, by the ids of these.
record OlderWatches(
        Map<Integer, List<EventpollTfdEntry>> polled,
        Map<Integer, List<InotifyWdEntry>> watched,
        Map<Integer, List<FanotifyMarkEntry>> marked) {

    static OlderWatches of(ImageSet images) {
        return new OlderWatches(
                byFile(
                        images,
                        ImageKind.EVENTPOLL_TFD,
                        EventpollTfdEntry.class,
                        EventpollTfdEntry::getId),
                byFile(images, ImageKind.INOTIFY_WD, InotifyWdEntry.class, InotifyWdEntry::getId),
                byFile(
                        images,
                        ImageKind.FANOTIFY_MARK,
                        FanotifyMarkEntry.class,
                        FanotifyMarkEntry::getId));
    }

    private static <M extends Message> Map<Integer, List<M>> byFile(
            ImageSet images, ImageKind kind, Class<M> type, Function<M, Integer> file) {
        var name = ImageName.of(kind);
        var watches = new HashMap<Integer, List<M>>();
        if (images.has(name)) {
            images.read(name).stream()
                    .flatMap(image -> image.messages(type).stream())
                    .forEach(
                            watch ->
                                    watches.computeIfAbsent(
                                                    file.apply(watch), _ -> new ArrayList<>())
                                            .add(watch));
        }
        return watches;
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
}
