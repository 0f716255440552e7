package org.icecore.checkpoint.join;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.icecore.checkpoint.task.CapabilitySet;
import org.icecore.checkpoint.task.Credentials;
import org.icecore.checkpoint.task.ResourceLimit;
import org.icecore.checkpoint.task.SeccompMode;
import org.icecore.checkpoint.task.TaskCore;
import org.icecore.checkpoint.task.TaskState;
import org.icecore.checkpoint.task.ThreadCore;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.criu.proto.CredsEntry;
import org.icecore.criu.proto.RlimitEntry;
import org.icecore.criu.proto.TaskCoreEntry;
import org.icecore.criu.proto.ThreadCoreEntry;

/// Turns a `core-` message into what it says of a task and of a thread.
final class CoreReader {

    /// `loginuid` of a task that nobody logged in for: `(uid_t) -1`.
    private static final int NO_LOGIN = -1;

    private final Shared shared;
    private final RegisterReader registers;

    CoreReader(Shared shared) {
        this.shared = shared;
        this.registers = new RegisterReader(shared);
    }

    /// @param older the limits of the task in dumps from before its core image had them
    TaskCore task(CoreEntry core, Supplier<List<RlimitEntry>> older) {
        var task = core.getTc();
        return new TaskCore(
                shared.of(EvidenceText.of(task.getCommBytes())),
                core.hasTc() ? TaskState.of(task.getTaskState()) : TaskState.UNKNOWN,
                task.getExitCode(),
                task.getPersonality(),
                task.getFlags(),
                task.hasLoginuid() && task.getLoginuid() != NO_LOGIN
                        ? OptionalLong.of(Integer.toUnsignedLong(task.getLoginuid()))
                        : OptionalLong.empty(),
                task.hasOomScoreAdj() ? OptionalInt.of(task.getOomScoreAdj()) : OptionalInt.empty(),
                limits(task.hasRlimits() ? task.getRlimits().getRlimitsList() : older.get()));
    }

    private List<ResourceLimit> limits(List<RlimitEntry> listed) {
        var limits = new ArrayList<ResourceLimit>();
        for (var limit : listed) {
            limits.add(new ResourceLimit(limits.size(), limit.getCur(), limit.getMax()));
        }
        return shared.of(List.copyOf(limits));
    }

    /// @param older the credentials of the task in dumps from before threads had their own
    ThreadCore thread(CoreEntry core, Supplier<Optional<CredsEntry>> older) {
        var thread = core.getThreadCore();
        return new ThreadCore(
                comm(core, thread),
                registers.read(core),
                (thread.hasCreds() ? Optional.of(thread.getCreds()) : older.get())
                        .map(creds -> shared.of(credentials(creds))),
                seccomp(core),
                seccompFilter(core),
                core.hasTc() ? core.getTc().getBlkSigset() : thread.getBlkSigset(),
                thread.hasSchedPolicy()
                        ? OptionalInt.of(thread.getSchedPolicy())
                        : OptionalInt.empty(),
                thread.hasSchedNice()
                        ? OptionalInt.of(thread.getSchedNice())
                        : OptionalInt.empty());
    }

    /// The leader's name lies with the task; before threads had names of their own, so did all.
    private Optional<String> comm(CoreEntry core, ThreadCoreEntry thread) {
        if (thread.hasComm()) {
            return Optional.of(shared.of(EvidenceText.of(thread.getCommBytes())));
        }
        return core.hasTc()
                ? Optional.of(shared.of(EvidenceText.of(core.getTc().getCommBytes())))
                : Optional.empty();
    }

    private static Optional<SeccompMode> seccomp(CoreEntry core) {
        var thread = core.getThreadCore();
        var task = core.getTc();
        if (thread.hasSeccompMode()) {
            return Optional.of(new SeccompMode(thread.getSeccompMode().getNumber()));
        }
        if (task.hasOldSeccompMode()) {
            return Optional.of(new SeccompMode(task.getOldSeccompMode().getNumber()));
        }
        return unnamed(thread, ThreadCoreEntry.SECCOMP_MODE_FIELD_NUMBER)
                .or(() -> unnamed(task, TaskCoreEntry.OLD_SECCOMP_MODE_FIELD_NUMBER));
    }

    /// Before threads had filters of their own, the task said it for all.
    private static OptionalInt seccompFilter(CoreEntry core) {
        if (core.getThreadCore().hasSeccompFilter()) {
            return OptionalInt.of(core.getThreadCore().getSeccompFilter());
        }
        return core.getTc().hasOldSeccompFilter()
                ? OptionalInt.of(core.getTc().getOldSeccompFilter())
                : OptionalInt.empty();
    }

    /// A number that the schema does not name is kept as an unknown field.
    private static Optional<SeccompMode> unnamed(Message message, int field) {
        return message.getUnknownFields().getField(field).getVarintList().stream()
                .findFirst()
                .map(number -> new SeccompMode(number.intValue()));
    }

    private Credentials credentials(CredsEntry creds) {
        return new Credentials(
                Integer.toUnsignedLong(creds.getUid()),
                Integer.toUnsignedLong(creds.getEuid()),
                Integer.toUnsignedLong(creds.getSuid()),
                Integer.toUnsignedLong(creds.getFsuid()),
                Integer.toUnsignedLong(creds.getGid()),
                Integer.toUnsignedLong(creds.getEgid()),
                Integer.toUnsignedLong(creds.getSgid()),
                Integer.toUnsignedLong(creds.getFsgid()),
                creds.getGroupsList().stream().map(Integer::toUnsignedLong).toList(),
                CapabilitySet.ofWords(creds.getCapInhList()),
                CapabilitySet.ofWords(creds.getCapPrmList()),
                CapabilitySet.ofWords(creds.getCapEffList()),
                CapabilitySet.ofWords(creds.getCapBndList()),
                CapabilitySet.ofWords(creds.getCapAmbList()),
                creds.getSecbits(),
                creds.hasLsmProfile()
                        ? Optional.of(EvidenceText.of(creds.getLsmProfileBytes()))
                        : Optional.empty(),
                creds.hasNoNewPrivs() ? Optional.of(creds.getNoNewPrivs() != 0) : Optional.empty());
    }
}
