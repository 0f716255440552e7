package org.icecore.checkpoint.join;

import java.util.List;
import java.util.Map;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.KernelState;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.cgroup.Cgroup;
import org.icecore.checkpoint.cgroup.CgroupSet;
import org.icecore.checkpoint.file.OpenFile;
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
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.checkpoint.task.ThreadTraits;
import org.icecore.checkpoint.timer.TaskTimer;

/// What the images say of the kernel's state, read whenever it is asked for.
final class ImagedKernelState implements KernelState {

    private final ImageSet images;
    private final TaskTree tasks;
    private final Map<Long, OpenFile> files;
    private final RecentCores cores;

    ImagedKernelState(ImageSet images, TaskTree tasks, Map<Long, OpenFile> files) {
        this.images = images;
        this.tasks = tasks;
        this.files = files;
        this.cores = new RecentCores(images);
    }

    @Override
    public Observed<List<SignalAction>> signalActions(Task task) {
        return new SignalReader(cores).actions(task.pid());
    }

    @Override
    public Observed<List<PendingSignal>> pendingSignals(Task task) {
        return new SignalReader(cores).ofTask(task.pid());
    }

    @Override
    public Observed<List<PendingSignal>> pendingSignals(TaskThread thread) {
        return new SignalReader(cores).ofThread(thread.tid());
    }

    @Override
    public Observed<List<TaskTimer>> timers(Task task) {
        return new TimerReader(cores).of(task.pid());
    }

    @Override
    public Observed<TaskTraits> traits(Task task) {
        return new TraitReader(cores).ofTask(task.pid());
    }

    @Override
    public Observed<ThreadTraits> traits(TaskThread thread) {
        return new TraitReader(cores).ofThread(thread.tid());
    }

    @Override
    public Observed<List<RegisterGroup>> registerGroups(TaskThread thread) {
        return cores.of(thread.tid())
                .flatMap(
                        core ->
                                Observed.present(
                                        RegisterReader.groups(core.message()), core.entry().at()));
    }

    @Override
    public Gathered<FileLock> locks() {
        return new LockReader(images, tasks).read();
    }

    @Override
    public Gathered<QueuedData> queues() {
        return new QueueReader(images, files).read();
    }

    @Override
    public Gathered<IpcObject> ipcObjects() {
        return new IpcReader(images).read();
    }

    @Override
    public Gathered<CgroupSet> cgroupSets() {
        return new CgroupReader(images).sets();
    }

    @Override
    public Gathered<Cgroup> cgroups() {
        return new CgroupReader(images).groups();
    }

    @Override
    public Gathered<Terminal> terminals() {
        return new TerminalReader(images).read();
    }

    @Override
    public Gathered<SeccompFilter> seccompFilters() {
        return new SeccompReader(images).read();
    }

    @Override
    public Gathered<HostFact> hostFacts() {
        return new HostFactReader(images).read();
    }

    @Override
    public Gathered<NamespaceSettings> namespaces() {
        return new NamespaceSettingsReader(images).read();
    }
}
