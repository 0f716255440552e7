package org.icecore.checkpoint.join;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.Machine;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.OpenFlags;
import org.icecore.criu.proto.FanotifyMarkEntry;
import org.icecore.criu.proto.FhEntry;
import org.icecore.criu.proto.FileEntry;
import org.icecore.evidence.Location;

/// Reads the files by which the kernel tells a task of events.
final class EventFileReader {

    private static final long NANOS = 1_000_000_000L;

    private EventFileReader() {}

    static Optional<OpenFile> read(
            FileId id, FileEntry entry, Location at, WatchedPaths found, Machine machine) {
        if (entry.hasEfd()) {
            var event = entry.getEfd();
            return Optional.of(
                    new OpenFile.EventFd(
                            id, event.getCounter(), Fields.flags(event.getFlags(), machine), at));
        }
        if (entry.hasEpfd()) {
            var poll = entry.getEpfd();
            return Optional.of(
                    new OpenFile.EventPoll(
                            id,
                            poll.getTfdList().stream()
                                    .map(
                                            watch ->
                                                    new OpenFile.EventPoll.Watch(
                                                            watch.getTfd(),
                                                            watch.getEvents(),
                                                            watch.getData(),
                                                            watch.hasInode()
                                                                    ? OptionalLong.of(
                                                                            watch.getInode())
                                                                    : OptionalLong.empty(),
                                                            watch.getDev()))
                                    .toList(),
                            Fields.flags(poll.getFlags(), machine),
                            at));
        }
        if (entry.hasSgfd()) {
            var signals = entry.getSgfd();
            return Optional.of(
                    new OpenFile.SignalFd(
                            id,
                            signals.getSigmask(),
                            Fields.flags(signals.getFlags(), machine),
                            at));
        }
        if (entry.hasTfd()) {
            var timer = entry.getTfd();
            return Optional.of(
                    new OpenFile.TimerFd(
                            id,
                            timer.getClockid(),
                            timer.getTicks(),
                            timer.getVsec() * NANOS + timer.getVnsec(),
                            timer.getIsec() * NANOS + timer.getInsec(),
                            timer.getSettimeFlags(),
                            Fields.flags(timer.getFlags(), machine),
                            at));
        }
        if (entry.hasIfy()) {
            var inotify = entry.getIfy();
            return Optional.of(
                    new OpenFile.Inotify(
                            id,
                            inotify.getWdList().stream()
                                    .map(
                                            watch ->
                                                    new OpenFile.Inotify.Watch(
                                                            watch.getWd(),
                                                            watch.getIIno(),
                                                            Integer.toUnsignedLong(watch.getSDev()),
                                                            watch.getMask(),
                                                            path(watch.getFHandle())
                                                                    .or(
                                                                            () ->
                                                                                    found.path(
                                                                                            watch
                                                                                                    .getSDev(),
                                                                                            watch
                                                                                                    .getIIno()))))
                                    .toList(),
                            Fields.flags(inotify.getFlags(), machine),
                            at));
        }
        if (entry.hasFfy()) {
            var fanotify = entry.getFfy();
            return Optional.of(
                    new OpenFile.Fanotify(
                            id,
                            fanotify.getMarkList().stream().map(mark -> mark(mark, found)).toList(),
                            fanotify.getFaflags(),
                            new OpenFlags(fanotify.getEvflags(), machine),
                            Fields.flags(fanotify.getFlags(), machine),
                            at));
        }
        return Optional.empty();
    }

    private static OpenFile.Fanotify.Mark mark(FanotifyMarkEntry mark, WatchedPaths found) {
        var handle = mark.getIe().getFHandle();
        return new OpenFile.Fanotify.Mark(
                mark.hasMe() ? OptionalInt.of(mark.getMe().getMntId()) : OptionalInt.empty(),
                mark.getIe().getIIno(),
                mark.hasMe() ? 0 : Integer.toUnsignedLong(mark.getSDev()),
                mark.getMe().hasPath()
                        ? Optional.of(EvidenceText.of(mark.getMe().getPathBytes()))
                        : path(handle).or(() -> found.path(mark.getSDev(), mark.getIe().getIIno())),
                mark.getMask(),
                mark.getIgnoredMask(),
                mark.getMflags());
    }

    private static Optional<String> path(FhEntry handle) {
        return handle.hasPath()
                ? Optional.of(EvidenceText.of(handle.getPathBytes()))
                : Optional.empty();
    }
}
