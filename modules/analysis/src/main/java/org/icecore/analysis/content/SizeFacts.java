package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.MemberKind;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.checkpoint.file.FileId;
import org.icecore.evidence.Loss;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;

/// Sizes and counts of a checkpoint.
public final class SizeFacts {

    private static final String DIFF = "rootfs-diff.tar";

    private SizeFacts() {}

    static List<Fact> of(Checkpoint checkpoint) {
        return List.of(
                size("archive", "Archive", new Cell.Bytes(checkpoint.archive().size())),
                size("images", "Checkpoint images", images(checkpoint)),
                size("memory", "Memory pages", memory(checkpoint)),
                size("rootfs", "Root file system changes", rootfs(checkpoint)),
                fact("tasks", "Tasks", tasks(checkpoint)),
                fact("threads", "Threads", ofTasks(checkpoint, allThreads(checkpoint))),
                fact("openFiles", "Open files", openFiles(checkpoint)),
                fact("sockets", "Sockets", openSockets(checkpoint)),
                fact("mounts", "Mounts", mounts(checkpoint)),
                count("members", "Members", checkpoint.members().size()),
                count(
                        "staleMembers",
                        "Stale members",
                        checkpoint.members().stream().filter(CheckpointMember::stale).count()),
                count("unknownImages", "Unknown images", unknownImages(checkpoint)),
                count("defects", "Defects", checkpoint.defects().size()));
    }

    /// Bytes of the images; nothing can be said of them if CRIU's part is not there.
    static Cell images(Checkpoint checkpoint) {
        return ofImages(checkpoint, below(checkpoint, _ -> true));
    }

    /// Bytes of stored pages; where the archive has lost some, how many of them can be read.
    public static Cell memory(Checkpoint checkpoint) {
        return ofImages(
                checkpoint,
                hasPages(checkpoint)
                        ? pages(checkpoint)
                        : Cell.notCaptured("no image of pages is in the checkpoint"));
    }

    /// Each dump of a task that lives has such an image, be it empty; without one the pages are elsewhere, or lost.
    private static boolean hasPages(Checkpoint checkpoint) {
        return checkpoint.memoryBytes() > 0
                || checkpoint.members().stream().anyMatch(SizeFacts::isPages);
    }

    /// How many tasks are known; no dump is of none.
    public static Cell tasks(Checkpoint checkpoint) {
        return ofTasks(checkpoint, Cell.number(checkpoint.tasks().size()));
    }

    private static Cell ofImages(Checkpoint checkpoint, Cell value) {
        return checkpoint.imageDirectory().isPresent()
                ? value
                : Cell.notCaptured(
                        checkpoint
                                .archive()
                                .loss()
                                .explain("no image of CRIU is in the checkpoint"));
    }

    private static Cell ofTasks(Checkpoint checkpoint, Cell value) {
        return checkpoint.tasks().size() > 0
                ? value
                : ofImages(
                        checkpoint,
                        Cell.notCaptured("no task is known, since no process tree could be read"));
    }

    private static Cell openFiles(Checkpoint checkpoint) {
        return checkpoint.files().isEmpty()
                ? ofTasks(checkpoint, noneOr(DescriptorTable.of(checkpoint).coverage(), 0))
                : Cell.number(checkpoint.files().size());
    }

    private static Cell openSockets(Checkpoint checkpoint) {
        var table = SocketTable.of(checkpoint);
        return ofTasks(checkpoint, noneOr(table.coverage(), sockets(table)));
    }

    /// A count from a table that may not cover all: none of an incomplete answer is no answer.
    private static Cell noneOr(Coverage coverage, long count) {
        if (coverage.isComplete()) {
            return Cell.number(count);
        }
        return count == 0
                ? Cell.notCaptured(coverage.gaps().getFirst())
                : Cell.text("at least %,d; %s".formatted(count, coverage.gaps().getFirst()));
    }

    private static Cell mounts(Checkpoint checkpoint) {
        var coverage = MountTable.of(checkpoint).coverage();
        return ofTasks(checkpoint, noneOr(coverage, checkpoint.mounts().size()));
    }

    /// Bytes of the members in the folder with the images that `which` takes; of all: what the engines call the checkpoint's size.
    private static Cell below(Checkpoint checkpoint, Predicate<Member> which) {
        var members = new ArrayList<Member>();
        checkpoint
                .imageDirectory()
                .ifPresent(
                        directory ->
                                checkpoint
                                        .archive()
                                        .below(
                                                directory,
                                                (name, member) -> {
                                                    // Earlier dumps that it needs are joined under
                                                    // names of their own.
                                                    if (!new MemberPath(name).isNested()
                                                            && which.test(member)) {
                                                        members.add(member);
                                                    }
                                                }));
        return ReadableBytes.of(checkpoint.archive(), members);
    }

    private static Cell pages(Checkpoint checkpoint) {
        if (checkpoint.archive().loss() == Loss.NONE) {
            return new Cell.Bytes(checkpoint.memoryBytes());
        }
        var pages =
                checkpoint.members().stream()
                        .filter(SizeFacts::isPages)
                        .map(CheckpointMember::member)
                        .collect(Collectors.toSet());
        return below(checkpoint, pages::contains);
    }

    private static boolean isPages(CheckpointMember member) {
        return member.isOwnImage("PAGES");
    }

    static Cell rootfs(Checkpoint checkpoint) {
        var member =
                checkpoint.members().stream()
                        .filter(item -> item.own().filter(DIFF::equals).isPresent())
                        .map(CheckpointMember::member)
                        .reduce((_, last) -> last);
        if (member.isPresent()) {
            return ReadableBytes.of(checkpoint.archive(), List.of(member.get()));
        }
        return switch (checkpoint.rootfsChanges()) {
            case Observed.Present<List<RootfsChange>>(_, var at) ->
                    new Cell.Bytes(at.range().length());
            case Observed.NotCaptured<List<RootfsChange>>(var reason) -> Cell.notCaptured(reason);
            case Observed.Malformed<List<RootfsChange>> malformed ->
                    Cell.of(malformed, _ -> Cell.text(""));
        };
    }

    private static Cell allThreads(Checkpoint checkpoint) {
        return checkpoint.tasks().isWhole()
                ? Cell.number(threads(checkpoint))
                : Cell.text(
                        "at least %,d; without a whole process tree nobody can tell whose the others are"
                                .formatted(threads(checkpoint)));
    }

    static long threads(Checkpoint checkpoint) {
        return checkpoint.tasks().all().stream().mapToLong(task -> task.threads().size()).sum();
    }

    private static long unknownImages(Checkpoint checkpoint) {
        return checkpoint.members().stream()
                .filter(member -> member.kind() instanceof MemberKind.UnknownImage)
                .count();
    }

    /// Sockets that some task has open, each counted once.
    private static long sockets(ResultTable<SocketTable.Row> table) {
        var seen = new HashSet<FileId>();
        return table.rows().stream().filter(row -> seen.add(row.descriptor().id())).count();
    }

    private static Fact size(String id, String title, Cell value) {
        return new Fact("sizes", id, title, value, Optional.empty());
    }

    private static Fact fact(String id, String title, Cell value) {
        return new Fact("counts", id, title, value, Optional.empty());
    }

    private static Fact count(String id, String title, long value) {
        return new Fact("counts", id, title, Cell.number(value), Optional.empty());
    }
}
