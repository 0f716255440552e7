package org.icecore.checkpoint.join;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.ipc.IpcObject;
import org.icecore.checkpoint.ipc.IpcOwner;
import org.icecore.checkpoint.queue.QueueKind;
import org.icecore.checkpoint.queue.QueuedData;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.Payload;
import org.icecore.criu.proto.IpcDescEntry;
import org.icecore.criu.proto.IpcMsgEntry;
import org.icecore.criu.proto.IpcSemEntry;
import org.icecore.criu.proto.IpcShmEntry;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Reads System V shared memory, semaphores and message queues.
final class IpcReader {

    /// The most semaphores that the kernel lets one set have.
    private static final int MOST_SEMAPHORES = 65_536;

    private final Gathering<IpcObject> gathering;

    IpcReader(ImageSet images) {
        this.gathering = new Gathering<>(images);
    }

    Gathered<IpcObject> read() {
        gathering.each(
                ImageKind.IPCNS_SHM,
                IpcShmEntry.class,
                (source, name, entry, segment) ->
                        gathering.add(memory(source, name, entry, segment), entry.at()));
        for (var image : gathering.files(ImageKind.IPCNS_SEM)) {
            for (var entry : image.entries()) {
                if (entry.message() instanceof IpcSemEntry set) {
                    gathering.add(semaphores(image, entry, set), entry.at());
                }
            }
        }
        return gathering
                .each(
                        ImageKind.IPCNS_MSG,
                        IpcMsgEntry.class,
                        (source, name, entry, queue) ->
                                gathering.add(messages(source, name, entry, queue), entry.at()))
                .done(
                        ImageKind.IPC_VAR,
                        "no ipcns image is in the checkpoint: the tasks may share the host's IPC namespace");
    }

    /// SHM_HUGE_SHIFT and SHM_HUGE_MASK of include/uapi/linux/shm.h.
    private static final int HUGE_SHIFT = 26;

    private static final int HUGE_MASK = 0x3f;

    private static IpcObject memory(
            ByteSource source, ImageName name, ImageEntry entry, IpcShmEntry segment) {
        return new IpcObject.SharedMemory(
                owner(name, segment.getDesc()),
                segment.getSize(),
                segment.hasHugetlbFlag()
                        ? OptionalInt.of(segment.getHugetlbFlag() >>> HUGE_SHIFT & HUGE_MASK)
                        : OptionalInt.empty(),
                segment.getInPagemaps(),
                source.locate(
                        entry.payload() instanceof Payload.Bytes(var range)
                                ? range
                                : new ByteRange(0, 0)),
                entry.at());
    }

    private IpcObject semaphores(ImageFile image, ImageEntry entry, IpcSemEntry set) {
        var announced = Integer.toUnsignedLong(set.getNsems());
        if (announced > MOST_SEMAPHORES) {
            gathering.defect(
                    new Defect(
                            entry.at(),
                            "set of %d semaphores; the kernel allows %d, and no more are read"
                                    .formatted(announced, MOST_SEMAPHORES)));
        }
        return new IpcObject.Semaphores(
                owner(image.name(), set.getDesc()), values(image, entry), announced, entry.at());
    }

    private List<Integer> values(ImageFile image, ImageEntry entry) {
        var values = new ArrayList<Integer>();
        if (entry.payload() instanceof Payload.Semaphores(var range)) {
            var most = (int) Math.min(range.length() / Short.BYTES, MOST_SEMAPHORES);
            try {
                var bytes =
                        ByteBuffer.wrap(image.source().bytes(range.start(), most * Short.BYTES))
                                .order(image.byteOrder());
                while (bytes.hasRemaining()) {
                    values.add(Short.toUnsignedInt(bytes.getShort()));
                }
            } catch (EvidenceException e) {
                gathering.defect(Defect.of(e));
            }
        }
        return values;
    }

    private static IpcObject messages(
            ByteSource source, ImageName name, ImageEntry entry, IpcMsgEntry queue) {
        var owner = owner(name, queue.getDesc());
        var messages = new ArrayList<QueuedData>();
        if (entry.payload() instanceof Payload.Messages(var queued)) {
            for (var message : queued) {
                messages.add(
                        new QueuedData(
                                QueueKind.MESSAGES,
                                owner.id(),
                                messages.size(),
                                List.of(),
                                source.slice(message.content()),
                                OptionalLong.of(message.message().getMtype()),
                                List.of(),
                                source.locate(message.content())));
            }
        }
        return new IpcObject.MessageQueue(
                owner,
                Integer.toUnsignedLong(queue.getQbytes()),
                Integer.toUnsignedLong(queue.getQnum()),
                messages,
                entry.at());
    }

    private static IpcOwner owner(ImageName name, IpcDescEntry desc) {
        return new IpcOwner(
                name.id().orElse(0),
                Integer.toUnsignedLong(desc.getId()),
                desc.getKey(),
                Integer.toUnsignedLong(desc.getUid()),
                Integer.toUnsignedLong(desc.getGid()),
                Integer.toUnsignedLong(desc.getCuid()),
                Integer.toUnsignedLong(desc.getCgid()),
                desc.getMode());
    }
}
