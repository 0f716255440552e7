package org.icecore.analysis;

import java.util.List;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.KernelState;
import org.icecore.checkpoint.Observed;
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

/// The state of a kernel of which no image tells; a test tells what matters to it.
public class NothingOfKernel implements KernelState {

    private static final String WHY = "a checkpoint in memory has no images";

    @Override
    public Observed<List<SignalAction>> signalActions(Task task) {
        return Observed.notCaptured(WHY);
    }

    @Override
    public Observed<List<PendingSignal>> pendingSignals(Task task) {
        return Observed.notCaptured(WHY);
    }

    @Override
    public Observed<List<PendingSignal>> pendingSignals(TaskThread thread) {
        return Observed.notCaptured(WHY);
    }

    @Override
    public Observed<List<TaskTimer>> timers(Task task) {
        return Observed.notCaptured(WHY);
    }

    @Override
    public Observed<TaskTraits> traits(Task task) {
        return Observed.notCaptured(WHY);
    }

    @Override
    public Observed<ThreadTraits> traits(TaskThread thread) {
        return Observed.notCaptured(WHY);
    }

    @Override
    public Observed<List<RegisterGroup>> registerGroups(TaskThread thread) {
        return Observed.notCaptured(WHY);
    }

    @Override
    public Gathered<FileLock> locks() {
        return Gathered.nothing(WHY);
    }

    @Override
    public Gathered<QueuedData> queues() {
        return Gathered.nothing(WHY);
    }

    @Override
    public Gathered<IpcObject> ipcObjects() {
        return Gathered.nothing(WHY);
    }

    @Override
    public Gathered<CgroupSet> cgroupSets() {
        return Gathered.nothing(WHY);
    }

    @Override
    public Gathered<Cgroup> cgroups() {
        return Gathered.nothing(WHY);
    }

    @Override
    public Gathered<Terminal> terminals() {
        return Gathered.nothing(WHY);
    }

    @Override
    public Gathered<SeccompFilter> seccompFilters() {
        return Gathered.nothing(WHY);
    }

    @Override
    public Gathered<HostFact> hostFacts() {
        return Gathered.nothing(WHY);
    }

    @Override
    public Gathered<NamespaceSettings> namespaces() {
        return Gathered.nothing(WHY);
    }
}
