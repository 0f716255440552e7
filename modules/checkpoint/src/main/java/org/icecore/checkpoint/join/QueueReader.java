package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.ipc.IpcObject;
import org.icecore.checkpoint.queue.QueueKind;
import org.icecore.checkpoint.queue.QueuedData;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.Payload;
import org.icecore.criu.proto.PipeDataEntry;
import org.icecore.criu.proto.ScmEntry;
import org.icecore.criu.proto.SkPacketEntry;
import org.icecore.criu.proto.TcpStreamEntry;
import org.icecore.criu.proto.TtyDataEntry;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;

/// Reads what waits in queues and finds the open files that would read it.
final class QueueReader {

    private final ImageSet images;
    private final Map<Long, OpenFile> files;
    private final Gathering<QueuedData> gathering;
    private final Map<Queue, List<FileId>> readers = new HashMap<>();
    private final Map<Queue, Integer> lengths = new HashMap<>();

    private record Queue(QueueKind kind, long key) {}

    QueueReader(ImageSet images, Map<Long, OpenFile> files) {
        this.images = images;
        this.files = files;
        this.gathering = new Gathering<>(images);
        files.values().forEach(this::note);
    }

    private void note(OpenFile file) {
        switch (file) {
            case OpenFile.Pipe pipe when reads(pipe) ->
                    put(QueueKind.PIPE, pipe.pipeId(), file.id());
            case OpenFile.Fifo fifo when reads(fifo) ->
                    put(QueueKind.FIFO, fifo.pipeId(), file.id());
            case OpenFile.InetSocket inet -> {
                put(QueueKind.TCP_RECEIVED, inet.inode(), file.id());
                put(QueueKind.TCP_SENT, inet.inode(), file.id());
            }
            case OpenFile.Tty tty -> put(QueueKind.TERMINAL, tty.infoId(), file.id());
            default -> {
                // Nothing waits in other files, or packets name the file itself.
            }
        }
    }

    private static boolean reads(OpenFile end) {
        return end.flags().map(flags -> (flags.bits() & 3) != 1).orElse(true);
    }

    private void put(QueueKind kind, long key, FileId file) {
        readers.computeIfAbsent(new Queue(kind, key), _ -> new ArrayList<>()).add(file);
    }

    Gathered<QueuedData> read() {
        gathering
                .each(
                        ImageKind.PIPES_DATA,
                        PipeDataEntry.class,
                        (source, _, entry, data) -> pipe(QueueKind.PIPE, source, entry, data))
                .each(
                        ImageKind.FIFO_DATA,
                        PipeDataEntry.class,
                        (source, _, entry, data) -> pipe(QueueKind.FIFO, source, entry, data))
                .each(
                        ImageKind.SK_QUEUES,
                        SkPacketEntry.class,
                        (source, _, entry, packet) -> packet(source, entry, packet))
                .each(
                        ImageKind.TCP_STREAM,
                        TcpStreamEntry.class,
                        (source, name, entry, _) -> connection(source, name, entry));
        gathering.files(ImageKind.TTY_DATA).forEach(this::terminals);
        var objects = new IpcReader(images).read();
        objects.items()
                .forEach(
                        object -> {
                            if (object instanceof IpcObject.MessageQueue queue) {
                                queue.messages()
                                        .forEach(message -> gathering.add(message, message.at()));
                            }
                        });
        objects.defects().forEach(gathering::defect);
        return gathering.done("the checkpoint holds no image of a queue");
    }

    private void pipe(QueueKind kind, ByteSource source, ImageEntry entry, PipeDataEntry data) {
        var key = Integer.toUnsignedLong(data.getPipeId());
        if (entry.payload() instanceof Payload.Bytes(var range)) {
            add(kind, key, source, range, readers(kind, key), List.of());
            if (range.length() > 0 && readers(kind, key).isEmpty()) {
                orphan(
                        new Defect(
                                entry.at(),
                                "bytes in %s %d, which no open file reads"
                                        .formatted(kind.label(), key)));
            }
        }
    }

    /// Packets name the file that would read them, not its inode.
    private void packet(ByteSource source, ImageEntry entry, SkPacketEntry packet) {
        var reader = new FileId(Integer.toUnsignedLong(packet.getIdFor()));
        if (!(entry.payload() instanceof Payload.Bytes(var range))) {
            return;
        }
        var passed =
                packet.getScmList().stream()
                        .map(ScmEntry::getRightsList)
                        .flatMap(List::stream)
                        .map(id -> new FileId(Integer.toUnsignedLong(id)))
                        .toList();
        if (files.get(reader.value()) instanceof OpenFile.UnixSocket socket) {
            add(QueueKind.UNIX, socket.inode(), source, range, List.of(reader), passed);
        } else {
            add(QueueKind.UNIX, 0, source, range, List.of(reader), passed);
            orphan(
                    new Defect(
                            entry.at(),
                            "packet for file %s, which is no unix socket".formatted(reader)));
        }
    }

    private void connection(ByteSource source, ImageName name, ImageEntry entry) {
        var inode = name.id().orElse(0);
        if (entry.payload() instanceof Payload.TcpQueues(var received, var sent)) {
            var kind = QueueKind.TCP_RECEIVED;
            add(kind, inode, source, received, readers(kind, inode), List.of());
            add(QueueKind.TCP_SENT, inode, source, sent, List.of(), List.of());
            if (readers(kind, inode).isEmpty()) {
                orphan(
                        new Defect(
                                entry.at(),
                                "queues of socket %d, which is not open".formatted(inode)));
            }
        }
    }

    /// The bytes lie in the message itself.
    private void terminals(ImageFile image) {
        for (var entry : image.entries()) {
            if (entry.message() instanceof TtyDataEntry data) {
                var key = Integer.toUnsignedLong(data.getTtyId());
                var at =
                        new SingleEntry<>(image, entry, data)
                                .places(TtyDataEntry.DATA_FIELD_NUMBER)
                                .each();
                if (!at.isEmpty()) {
                    add(
                            QueueKind.TERMINAL,
                            key,
                            image.source(),
                            at.getLast().range(),
                            readers(QueueKind.TERMINAL, key),
                            List.of());
                }
                if (readers(QueueKind.TERMINAL, key).isEmpty()) {
                    orphan(
                            new Defect(
                                    entry.at(),
                                    "bytes for terminal %d, which is not open".formatted(key)));
                }
            }
        }
    }

    /// Where the image of open files is lost, nothing is wrong with the queues.
    private void orphan(Defect defect) {
        if (images.noFiles().isEmpty()) {
            gathering.defect(defect);
        } else {
            gathering.absence(defect.toString());
        }
    }

    private List<FileId> readers(QueueKind kind, long key) {
        return readers.getOrDefault(new Queue(kind, key), List.of());
    }

    private void add(
            QueueKind kind,
            long key,
            ByteSource source,
            ByteRange range,
            List<FileId> who,
            List<FileId> passed) {
        if (range.length() == 0 && passed.isEmpty()) {
            return;
        }
        var index = lengths.merge(new Queue(kind, key), 1, Integer::sum) - 1;
        var at = source.locate(range);
        gathering.add(
                new QueuedData(
                        kind,
                        key,
                        index,
                        who,
                        source.slice(range),
                        OptionalLong.empty(),
                        passed,
                        at),
                at);
    }
}
