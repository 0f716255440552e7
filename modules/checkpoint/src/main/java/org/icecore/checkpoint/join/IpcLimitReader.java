package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.icecore.checkpoint.namespace.NamespaceSettings.IpcLimits;
import org.icecore.criu.proto.IpcVarEntry;
import org.icecore.evidence.Location;

/// Reads the limits of an IPC namespace.
final class IpcLimitReader {

    private static final int MOST_SEMAPHORE_LIMITS = 4;

    private final List<IpcLimits.Limit> limits = new ArrayList<>();

    private IpcLimitReader() {}

    static IpcLimits read(long id, IpcVarEntry entry, Location at) {
        return new IpcLimits(id, new IpcLimitReader().read(entry), at);
    }

    private List<IpcLimits.Limit> read(IpcVarEntry entry) {
        limits.add(
                new IpcLimits.Limit(
                        "kernel.sem",
                        entry.getSemCtlsList().stream()
                                .limit(MOST_SEMAPHORE_LIMITS)
                                .map(Integer::toUnsignedString)
                                .collect(Collectors.joining(" "))));
        add("kernel.msgmax", entry.getMsgCtlmax());
        add("kernel.msgmnb", entry.getMsgCtlmnb());
        add("kernel.msgmni", entry.getMsgCtlmni());
        add("kernel.auto_msgmni", entry.getAutoMsgmni());
        limits.add(
                new IpcLimits.Limit("kernel.shmmax", Long.toUnsignedString(entry.getShmCtlmax())));
        limits.add(
                new IpcLimits.Limit("kernel.shmall", Long.toUnsignedString(entry.getShmCtlall())));
        add("kernel.shmmni", entry.getShmCtlmni());
        add("kernel.shm_rmid_forced", entry.getShmRmidForced());
        add("fs.mqueue.queues_max", entry.getMqQueuesMax());
        add("fs.mqueue.msg_max", entry.getMqMsgMax());
        add("fs.mqueue.msgsize_max", entry.getMqMsgsizeMax());
        addIf(entry.hasMqMsgDefault(), "fs.mqueue.msg_default", entry.getMqMsgDefault());
        addIf(
                entry.hasMqMsgsizeDefault(),
                "fs.mqueue.msgsize_default",
                entry.getMqMsgsizeDefault());
        addIf(entry.hasMsgNextId(), "kernel.msg_next_id", entry.getMsgNextId());
        addIf(entry.hasSemNextId(), "kernel.sem_next_id", entry.getSemNextId());
        addIf(entry.hasShmNextId(), "kernel.shm_next_id", entry.getShmNextId());
        return limits;
    }

    private void addIf(boolean there, String name, int value) {
        if (there) {
            add(name, value);
        }
    }

    private void add(String name, int value) {
        limits.add(new IpcLimits.Limit(name, Integer.toUnsignedString(value)));
    }
}
