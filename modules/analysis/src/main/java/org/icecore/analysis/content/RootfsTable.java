package org.icecore.analysis.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Engine;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.evidence.Loss;
import org.icecore.evidence.Member;

/// What the engine exported of the root file system's changes.
public final class RootfsTable {

    /// Why a path that is missing here may still have been changed.
    public static final String ENGINE_GAP =
            "engines export a modified file only if the same path exists on the host, and no changes of directories:"
                    + " a path that is not listed may still have been changed";

    /// What a layer leaves out.
    public static final String LAYER_GAP =
            "containerd compared the container with its image and wrote the difference as a layer: sockets are left out";

    private static final String MORE = "paths may be missing: %s";

    private static final String NO_TIME = "the export does not keep it";

    private RootfsTable() {}

    /// What the way in which the changes were found leaves out; nothing where no engine looked for any.
    public static Optional<String> limit(Checkpoint checkpoint) {
        return switch (checkpoint.layout().form()) {
            case PODMAN, PODMAN_PRE_CHECKPOINT, CRIO, EXPORT -> Optional.of(ENGINE_GAP);
            case CONTAINERD, CONTAINERD_INDEX -> Optional.of(LAYER_GAP);
            case RUNTIME, DOCKER, LXC, CRIU -> Optional.empty();
        };
    }

    /// One row per path.
    public static ResultTable<RootfsChange> of(Checkpoint checkpoint) {
        Observed<List<RootfsChange>> changes = checkpoint.rootfsChanges();
        return new ResultTable<>(
                "rootfs",
                "Root file system",
                COLUMNS,
                changes.found().orElse(List.of()),
                row -> new ArtefactRef.OfRootfsEntry(checkpoint.id(), row.path()),
                row -> Optional.of(row.at()),
                Coverage.without(
                                Stream.of(
                                                changes.absence().stream(),
                                                lost(checkpoint).stream(),
                                                new Damage(checkpoint)
                                                        .ofRootfs().stream().map(MORE::formatted))
                                        .flatMap(gaps -> gaps)
                                        .toList())
                        .withLimits(
                                Stream.concat(
                                                limit(checkpoint).stream(),
                                                later(checkpoint).stream())
                                        .toList()));
    }

    /// A list of a damaged archive may be half of it: the engines write two files, and may leave out either.
    private static Optional<String> lost(Checkpoint checkpoint) {
        var loss = checkpoint.archive().loss();
        return loss == Loss.NONE || checkpoint.rootfsChanges().found().isEmpty()
                ? Optional.empty()
                : Stream.of("rootfs-diff.tar", "deleted.files")
                        .filter(name -> checkpoint.archive().find(name).isEmpty())
                        .findFirst()
                        .map(name -> loss.explain(name + " is not in the archive"));
    }

    /// Why paths can be newer than the memory; nothing where they cannot, or nobody can tell.
    ///
    /// Podman's `--leave-running` lets the tasks run on before the export begins; CRI-O keeps them frozen for all of it.
    public static Optional<String> later(Checkpoint checkpoint) {
        return checkpoint.container().engine() == Engine.PODMAN
                ? checkpoint.written().found().map(dump -> later(checkpoint, dump))
                : Optional.empty();
    }

    private static String later(Checkpoint checkpoint, Instant dump) {
        var paths =
                checkpoint.rootfsChanges().found().orElse(List.of()).stream()
                        .flatMap(change -> change.entry().stream())
                        .filter(entry -> !entry.modified().isBefore(dump))
                        .count();
        return ("Podman exports the root file system when the tasks may run again: what was modified"
                        + " in or after the second of the dump (%s, %s of these paths) can be newer than the memory")
                .formatted(dump, paths == 0 ? "none" : Long.toString(paths));
    }

    private static final List<Column<RootfsChange>> COLUMNS =
            List.of(
                    Column.of(
                            "path",
                            "Path",
                            ColumnKind.CODE,
                            "From the root of the container",
                            row -> Cell.text(row.path())),
                    Column.text(
                            "change",
                            "Change",
                            "Written: added or modified, which the export cannot tell apart; emptied: a directory whose former content is gone",
                            row ->
                                    switch (row.kind()) {
                                        case WRITTEN -> "written";
                                        case DELETED -> "deleted";
                                        case EMPTIED -> "emptied";
                                    }),
                    of(
                            "type",
                            "Type",
                            ColumnKind.TEXT,
                            "What the path is now",
                            member -> Cell.text(MemberTable.type(member))),
                    of(
                            "size",
                            "Size",
                            ColumnKind.BYTES,
                            "Bytes of content",
                            member -> new Cell.Bytes(member.size())),
                    of(
                            "mode",
                            "Mode",
                            ColumnKind.TEXT,
                            "Permission bits",
                            member -> Cell.text(MemberTable.mode(member.mode()))),
                    of(
                            "uid",
                            "Uid",
                            ColumnKind.NUMBER,
                            "Owner",
                            member -> Cell.number(member.uid())),
                    of(
                            "gid",
                            "Gid",
                            ColumnKind.NUMBER,
                            "Group",
                            member -> Cell.number(member.gid())),
                    of(
                            "owner",
                            "Owner",
                            ColumnKind.TEXT,
                            "Names of owner and group where it was exported, which are the host's as a rule",
                            RootfsTable::owner),
                    of(
                            "modified",
                            "Modified",
                            ColumnKind.TIMESTAMP,
                            "Modification time in the export",
                            member -> new Cell.Timestamp(member.modified())),
                    of(
                            "modifiedNanos",
                            "Nanoseconds",
                            ColumnKind.NUMBER,
                            "Part of the modification time below a second; some exports keep whole seconds alone",
                            member ->
                                    member.modified().getNano() == 0
                                            ? Cell.notApplicable("a whole second in the export")
                                            : Cell.number(member.modified().getNano())),
                    of(
                            "accessed",
                            "Accessed",
                            ColumnKind.TIMESTAMP,
                            "Time of the last access in the export",
                            member -> Cell.of(member.accessed(), NO_TIME, Cell.Timestamp::new)),
                    of(
                            "changed",
                            "Attributes changed",
                            ColumnKind.TIMESTAMP,
                            "Time of the last change of attributes in the export",
                            member -> Cell.of(member.changed(), NO_TIME, Cell.Timestamp::new)),
                    of(
                            "link",
                            "Link target",
                            ColumnKind.CODE,
                            "What a link points to",
                            member ->
                                    member.linkTarget().isEmpty()
                                            ? Cell.notApplicable("not a link")
                                            : Cell.text(member.linkTarget())),
                    of(
                            "device",
                            "Device",
                            ColumnKind.TEXT,
                            "Major and minor number of a device",
                            member ->
                                    member.device()
                                            .map(device -> Cell.text(device.toString()))
                                            .orElseGet(() -> Cell.notApplicable("not a device"))),
                    of(
                            "extended",
                            "Extended attributes",
                            ColumnKind.TEXT,
                            "Such as capabilities of a program, and marks of the overlay file system",
                            member ->
                                    member.extended().isEmpty()
                                            ? Cell.notApplicable("none in the export")
                                            : new Cell.Names(
                                                    member.extended().stream()
                                                            .map(ExtendedAttributeText::of)
                                                            .toList())));

    private static Cell owner(Member member) {
        if (member.user().isEmpty() && member.group().isEmpty()) {
            return Cell.notCaptured("the export has numbers alone");
        }
        var names = member.user() + ":" + member.group();
        return names.equals("root:root") && member.uid() == 0 && member.gid() == 0
                ? Cell.notApplicable("root, as the numbers say")
                : Cell.text(names);
    }

    private static Column<RootfsChange> of(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<Member, Cell> value) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                row -> row.entry().map(value).orElseGet(() -> Cell.notApplicable("deleted")));
    }
}
