package org.icecore.checkpoint;

import java.util.List;
import org.icecore.checkpoint.cgroup.Cgroup;
import org.icecore.checkpoint.cgroup.CgroupSet;
import org.icecore.checkpoint.file.Terminal;
import org.icecore.checkpoint.ipc.IpcObject;
import org.icecore.checkpoint.lock.FileLock;
import org.icecore.checkpoint.namespace.HostFact;
import org.icecore.checkpoint.namespace.NamespaceSettings;
import org.icecore.checkpoint.queue.QueuedData;
import org.icecore.checkpoint.signal.PendingSignal;
import org.icecore.checkpoint.signal.SignalAction;
import org.icecore.checkpoint.task.RegisterGroup;
import org.icecore.checkpoint.task.SeccompFilter;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.TaskTraits;
import org.icecore.checkpoint.task.ThreadTraits;
import org.icecore.checkpoint.timer.TaskTimer;

/// What the kernel kept for the tasks besides memory and open files.
///
/// Each call reads the images, so that a dump of many tasks costs no heap for what nobody asks: not for the thread of a window.
/// What is asked of one task or thread in a row is read once; who goes through all tasks asks each for all before the next.
/// Safe for use by several threads; valid as long as the checkpoint is open.
public interface KernelState {

    /// What each signal does in `task`, in the order of their numbers. SIGKILL and SIGSTOP, which no task can handle, are not
    /// recorded.
    Observed<List<SignalAction>> signalActions(Task task);

    /// The signals that wait for any thread of `task`, in the order of the kernel's queue.
    Observed<List<PendingSignal>> pendingSignals(Task task);

    /// The signals that wait for `thread` alone, in the order of the kernel's queue.
    Observed<List<PendingSignal>> pendingSignals(TaskThread thread);

    /// The timers of `task`: those of `setitimer` that are armed, then those of `timer_create`. A timerfd is an open file.
    Observed<List<TaskTimer>> timers(Task task);

    /// How the kernel treats `task` as a whole.
    Observed<TaskTraits> traits(Task task);

    /// How the kernel treats `thread`.
    Observed<ThreadTraits> traits(TaskThread thread);

    /// The registers of `thread` besides the general ones, in the order of the image.
    Observed<List<RegisterGroup>> registerGroups(TaskThread thread);

    /// Locks on files.
    Gathered<FileLock> locks();

    /// What was written and not read yet, in pipes, sockets, terminals and message queues; empty queues are left out.
    Gathered<QueuedData> queues();

    /// System V shared memory, semaphores and message queues.
    Gathered<IpcObject> ipcObjects();

    /// The groups that tasks sat in: [ThreadTraits#cgroupSet()] is the key.
    Gathered<CgroupSet> cgroupSets();

    /// The control groups and their settings.
    Gathered<Cgroup> cgroups();

    /// Terminals, and the ends of pseudo terminals.
    Gathered<Terminal> terminals();

    /// The filters of system calls: [org.icecore.checkpoint.task.ThreadCore#seccompFilter()] is the key.
    Gathered<SeccompFilter> seccompFilters();

    /// What is recorded of the machine: its processor, binary formats, automounts, AppArmor policies.
    Gathered<HostFact> hostFacts();

    /// What is recorded of namespaces besides their mounts and names.
    Gathered<NamespaceSettings> namespaces();
}
