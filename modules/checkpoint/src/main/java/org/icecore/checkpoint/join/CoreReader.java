package org.icecore.checkpoint.join;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.icecore.checkpoint.Machine;
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
        var machine = Machine.of(EnumText.of(core, CoreEntry.MTYPE_FIELD_NUMBER, "unknown"));
        return new TaskCore(
                shared.of(EvidenceText.of(task.getCommBytes())),
                core.hasTc() ? TaskState.of(task.getTaskState()) : TaskState.UNKNOWN,
                task.getExitCode(),
                machine,
                task.getPersonality(),
                task.getFlags(),
                task.hasLoginuid() && task.getLoginuid() != NO_LOGIN
                        ? OptionalLong.of(Integer.toUnsignedLong(task.getLoginuid()))
                        : OptionalLong.empty(),
                task.hasOomScoreAdj() ? OptionalInt.of(task.getOomScoreAdj()) : OptionalInt.empty(),
                limits(
                        machine,
                        task.hasRlimits() ? task.getRlimits().getRlimitsList() : older.get()));
    }

    private List<ResourceLimit> limits(Machine machine, List<RlimitEntry> listed) {
        var limits = new ArrayList<ResourceLimit>();
        for (var limit : listed) {
            limits.add(new ResourceLimit(limits.size(), machine, limit.getCur(), limit.getMax()));
        }
        return shared.of(List.copyOf(limits));
    }

    /// @param leader the core image of the leader of its threads, if there is one
    /// @param older the credentials of the task in dumps from before threads had their own
    ThreadCore thread(
            CoreEntry core, Optional<CoreEntry> leader, Supplier<Optional<CredsEntry>> older) {
        var thread = core.getThreadCore();
        var task = leader.map(CoreEntry::getTc).orElseGet(TaskCoreEntry::getDefaultInstance);
        return new ThreadCore(
                comm(core, thread),
                registers.read(core),
                (thread.hasCreds() ? Optional.of(thread.getCreds()) : older.get())
                        .map(creds -> shared.of(credentials(creds))),
                seccomp(thread, task).or(() -> unrestricted(core)),
                seccompFilter(thread, task),
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

    /// Before CRIU 3.10 the task said it for all of its threads, which had to be alike for it to be dumped.
    private static Optional<SeccompMode> seccomp(ThreadCoreEntry thread, TaskCoreEntry task) {
        if (thread.hasSeccompMode()) {
            return Optional.of(new SeccompMode(thread.getSeccompMode().getNumber()));
        }
        if (task.hasOldSeccompMode()) {
            return Optional.of(new SeccompMode(task.getOldSeccompMode().getNumber()));
        }
        return unnamed(thread, ThreadCoreEntry.SECCOMP_MODE_FIELD_NUMBER)
                .or(() -> unnamed(task, TaskCoreEntry.OLD_SECCOMP_MODE_FIELD_NUMBER));
    }

    /// CRIU writes the mode of a leader where there is one, and a thread's own credentials since 2.0, when it had learnt of
    /// seccomp. Of the other threads it writes none since 3.10, whatever it is.
    private static Optional<SeccompMode> unrestricted(CoreEntry core) {
        return core.hasTc() && core.getThreadCore().hasCreds()
                ? Optional.of(SeccompMode.DISABLED)
                : Optional.empty();
    }

    /// Before threads had filters of their own, the task said it for all.
    private static OptionalInt seccompFilter(ThreadCoreEntry thread, TaskCoreEntry task) {
        if (thread.hasSeccompFilter()) {
            return OptionalInt.of(thread.getSeccompFilter());
        }
        return task.hasOldSeccompFilter()
                ? OptionalInt.of(task.getOldSeccompFilter())
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
                creds.getCapAmbCount() > 0
                        ? Optional.of(CapabilitySet.ofWords(creds.getCapAmbList()))
                        : Optional.empty(),
                creds.getSecbits(),
                creds.hasLsmProfile()
                        ? Optional.of(EvidenceText.of(creds.getLsmProfileBytes()))
                        : Optional.empty(),
                creds.hasLsmSockcreate()
                        ? Optional.of(EvidenceText.of(creds.getLsmSockcreateBytes()))
                        : Optional.empty(),
                noNewPrivileges(creds));
    }

    /// Without the field it is off, if other fields show that the release knew of it.
    private static Optional<Boolean> noNewPrivileges(CredsEntry creds) {
        return creds.hasNoNewPrivs() || creds.getCapAmbCount() > 0
                ? Optional.of(creds.getNoNewPrivs() != 0)
                : Optional.empty();
    }
}
