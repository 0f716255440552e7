package org.icecore.analysis;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.DumpAccount;
import org.icecore.checkpoint.KernelState;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.DumpStatistics;
import org.icecore.checkpoint.container.Engine;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.container.Layout;
import org.icecore.checkpoint.container.Pod;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.checkpoint.dump.DumpLog;
import org.icecore.checkpoint.dump.EngineDocument;
import org.icecore.checkpoint.dump.ExpectedImages;
import org.icecore.checkpoint.dump.Kinship;
import org.icecore.checkpoint.dump.RecordedMoment;
import org.icecore.checkpoint.dump.StandardStream;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.namespace.HostName;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// A checkpoint in memory with only what matters to a test.
public final class CheckpointBuilder {

    private final CheckpointId id;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Mount> mounts = new ArrayList<>();
    private Optional<String> containerId = Optional.of("609df66cb2290ac4");
    private Optional<String> image = Optional.of("busybox:1.35");
    private Optional<String> name = Optional.of("counter");
    private Optional<Instant> checkpointed = Optional.empty();
    private KernelState kernel = new NothingOfKernel();

    private CheckpointBuilder(String id) {
        this.id = new CheckpointId(id);
    }

    public static CheckpointBuilder checkpoint(String id) {
        return new CheckpointBuilder(id);
    }

    public CheckpointBuilder with(TaskBuilder task) {
        tasks.add(task.build());
        return this;
    }

    public CheckpointBuilder container(Optional<String> newId, String newImage, String newName) {
        containerId = newId;
        image = Optional.of(newImage);
        name = Optional.of(newName);
        return this;
    }

    public CheckpointBuilder kernel(KernelState state) {
        kernel = state;
        return this;
    }

    public CheckpointBuilder checkpointed(String moment) {
        checkpointed = Optional.of(Instant.parse(moment));
        return this;
    }

    public CheckpointBuilder mount(int mountId, String mountPoint, String type, String options) {
        mounts.add(
                new Mount(
                        1,
                        mountId,
                        0,
                        Observed.present(type, Location.of("mountpoints.img", mountId, 1)),
                        "/",
                        mountPoint,
                        type,
                        options,
                        0,
                        OptionalInt.empty(),
                        false,
                        0,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        false,
                        false,
                        Optional.empty(),
                        Location.of("mountpoints.img", mountId, 1)));
        return this;
    }

    public Checkpoint build() {
        var container =
                new Container(
                        containerId,
                        name,
                        image,
                        Optional.empty(),
                        Engine.PODMAN,
                        Optional.of("runc"),
                        Optional.empty(),
                        checkpointed,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new LinkedHashMap<>());
        return new InMemory(id, container, TaskTree.of(tasks), List.copyOf(mounts), kernel);
    }

    private record InMemory(
            CheckpointId id,
            Container container,
            TaskTree tasks,
            List<Mount> mounts,
            KernelState kernel)
            implements Checkpoint {

        @Override
        public Archive archive() {
            return new Unpacked();
        }

        @Override
        public Layout layout() {
            return new Layout(Layout.Form.PODMAN, Layout.Packaging.NONE);
        }

        @Override
        public Optional<String> imageDirectory() {
            return Optional.empty();
        }

        @Override
        public Ancestry ancestry() {
            return new Ancestry.Whole();
        }

        @Override
        public Observed<Pod> pod() {
            return Observed.notCaptured("no document of a whole pod's checkpoint");
        }

        @Override
        public Observed<Instant> written() {
            return Observed.notCaptured("inventory.img is not in the checkpoint");
        }

        @Override
        public Observed<Inventory> inventory() {
            return Observed.notCaptured("inventory.img is not in the checkpoint");
        }

        @Override
        public Observed<DumpStatistics> statistics() {
            return Observed.notCaptured("stats-dump is not in the checkpoint");
        }

        @Override
        public List<OpenFile> files() {
            return tasks.all().stream()
                    .flatMap(task -> task.descriptors().found().stream())
                    .flatMap(List::stream)
                    .map(FileDescriptor::file)
                    .flatMap(file -> file.found().stream())
                    .distinct()
                    .toList();
        }

        @Override
        public List<GhostFile> ghostFiles() {
            return List.of();
        }

        @Override
        public Observed<HostName> hostName() {
            return Observed.notCaptured("utsns.img is not in the checkpoint");
        }

        @Override
        public Observed<List<RootfsChange>> rootfsChanges() {
            return Observed.notCaptured("rootfs-diff.tar is not in the checkpoint");
        }

        @Override
        public DumpAccount account() {
            return new NoAccount();
        }

        @Override
        public List<CheckpointMember> members() {
            return List.of();
        }

        @Override
        public long memoryBytes() {
            return 0;
        }

        @Override
        public List<Defect> defects() {
            return List.of();
        }

        @Override
        public Archive within(Member member, Progress progress) throws EvidenceException {
            return archive().nested(member, progress);
        }

        @Override
        public Optional<Archive> knownWithin(Member member) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    private record NoAccount() implements DumpAccount {

        @Override
        public Observed<DumpLog> log() {
            return Observed.notCaptured("dump.log is not in the checkpoint");
        }

        @Override
        public ExpectedImages expectedImages() {
            return new ExpectedImages(0, 0, List.of());
        }

        @Override
        public List<EngineDocument> documents() {
            return List.of();
        }

        @Override
        public List<Kinship> parents() {
            return List.of();
        }

        @Override
        public Observed<List<StandardStream>> standardStreams() {
            return Observed.notCaptured("descriptors.json is not in the checkpoint");
        }

        @Override
        public List<RecordedMoment> moments() {
            return List.of();
        }
    }

    private record Unpacked() implements Archive {

        @Override
        public Path path() {
            return Path.of("checkpoint");
        }

        @Override
        public Packing packing() {
            return Packing.DIRECTORY;
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public List<Member> members() {
            return List.of();
        }

        @Override
        public Optional<Member> find(String name) {
            return Optional.empty();
        }

        @Override
        public ByteSource open(Member member) throws EvidenceException {
            throw new EvidenceException(Location.of(member.name(), 0, 0), "there are no members");
        }

        @Override
        public Archive nested(Member member, Progress progress) throws EvidenceException {
            throw new EvidenceException(Location.of(member.name(), 0, 0), "there are no members");
        }

        @Override
        public List<Defect> defects() {
            return List.of();
        }

        @Override
        public Digest sha256(Progress progress) throws EvidenceException {
            throw new EvidenceException(
                    Location.of("checkpoint", 0, 0), "a directory has no digest");
        }

        @Override
        public void close() {}
    }
}
