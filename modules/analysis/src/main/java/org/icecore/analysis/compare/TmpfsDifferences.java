package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.content.Tmpfs;
import org.icecore.checkpoint.content.TmpfsFile;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// Compares what lay in the tmpfs mounts that both checkpoints keep, file by file, down to a digest of the content.
///
/// A tmpfs is the same if its mount point is; files are by their paths. Where one checkpoint keeps a tmpfs and the other has it
/// mounted but not kept, that alone is told: its files need not have come or gone.
final class TmpfsDifferences {

    /// A file of a hostile archive can claim any size; beyond this its content is not compared, which is said.
    private static final long MOST_HASHED = 1L << 32;

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;
    private final Progress progress;
    private final List<String> gaps = new ArrayList<>();

    /// @param progress is told nothing but asked whether to stop
    TmpfsDifferences(Checkpoint first, Checkpoint second, Ledger ledger, Progress progress) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
        this.progress = progress;
    }

    /// Gives what could not be compared, one sentence each.
    ///
    /// @throws CancellationException if the progress says so
    List<String> compare() {
        var before = kept(first);
        var after = kept(second);
        var titles = new LinkedHashSet<>(before.keySet());
        titles.addAll(after.keySet());
        for (var title : titles) {
            var old = before.getOrDefault(title, List.of());
            var now = after.getOrDefault(title, List.of());
            if (old.isEmpty() && mounts(first, title) || now.isEmpty() && mounts(second, title)) {
                keptOnOneSide(title, old, now);
            } else {
                compare(files(first, old), files(second, now));
            }
        }
        return List.copyOf(gaps);
    }

    /// The images by mount point; one can be upon another.
    private static Map<String, List<Tmpfs>> kept(Checkpoint checkpoint) {
        var kept = new LinkedHashMap<String, List<Tmpfs>>();
        for (var tmpfs : TmpfsFiles.in(checkpoint)) {
            kept.computeIfAbsent(tmpfs.title(), _ -> new ArrayList<>()).add(tmpfs);
        }
        return kept;
    }

    private static boolean mounts(Checkpoint checkpoint, String mountPoint) {
        return checkpoint.mounts().stream()
                .anyMatch(mount -> mount.isTmpfs() && mount.mountPoint().equals(mountPoint));
    }

    private void keptOnOneSide(String title, List<Tmpfs> old, List<Tmpfs> now) {
        var before = content(first, old);
        var after = content(second, now);
        ledger.compare(
                new Topic(
                        ChangeKind.TMPFS,
                        Optional.empty(),
                        title,
                        first.ref(),
                        second.ref(),
                        Observations.at(before),
                        Observations.at(after)),
                "content",
                before,
                after,
                Function.identity());
    }

    private static Observed<String> content(Checkpoint checkpoint, List<Tmpfs> kept) {
        return kept.isEmpty()
                ? Observed.notCaptured(checkpoint.archive().loss().explain("no image keeps it"))
                : Observed.present("kept", at(kept.getFirst()));
    }

    private static Location at(Tmpfs tmpfs) {
        return Location.of(tmpfs.image().name(), 0, tmpfs.image().size());
    }

    /// A file with a digest of its content, where it has any.
    private record Read(Checkpoint checkpoint, TmpfsFile file, Optional<String> digest) {

        Side side() {
            return new Side(text(), ref(), Optional.of(file.at()));
        }

        ArtefactRef ref() {
            return new ArtefactRef.OfMember(checkpoint.id(), file.member());
        }

        private String text() {
            var entry = file.entry();
            return "%s%s, mode %04o, owner %d:%d, modified %s%s%s"
                    .formatted(
                            entry.type() == Member.Type.FILE ? "" : entry.type().label() + ", ",
                            CellText.exactBytes(entry.size()),
                            entry.mode(),
                            entry.uid(),
                            entry.gid(),
                            CellText.exactMoment(entry.modified()),
                            entry.linkTarget().isEmpty() ? "" : ", link to " + entry.linkTarget(),
                            digest.map(text -> ", SHA-256 " + text).orElse(""));
        }
    }

    private void compare(List<Read> before, List<Read> after) {
        Keyed.of(before, after, read -> read.file().path())
                .each(
                        (old, now) ->
                                ledger.compare(
                                        new Topic(
                                                ChangeKind.TMPFS,
                                                Optional.empty(),
                                                now.file().path(),
                                                old.ref(),
                                                now.ref(),
                                                Optional.of(old.file().at()),
                                                Optional.of(now.file().at())),
                                        "entry",
                                        old.text(),
                                        now.text()),
                        old ->
                                ledger.add(
                                        new Change.Removed(
                                                ChangeKind.TMPFS,
                                                Optional.empty(),
                                                old.file().path(),
                                                old.side(),
                                                "")),
                        now ->
                                ledger.add(
                                        new Change.Added(
                                                ChangeKind.TMPFS,
                                                Optional.empty(),
                                                now.file().path(),
                                                now.side(),
                                                "")));
    }

    private List<Read> files(Checkpoint checkpoint, List<Tmpfs> kept) {
        var files = new ArrayList<Read>();
        for (var tmpfs : kept) {
            try {
                var listing = TmpfsFiles.list(checkpoint, tmpfs, progress);
                listing.files().forEach(file -> files.add(read(checkpoint, file)));
                listing.defects().stream().map(Defect::toString).forEach(gaps::add);
            } catch (EvidenceException e) {
                gaps.add("the files of %s: %s".formatted(tmpfs.title(), e.getMessage()));
            }
        }
        return files;
    }

    private Read read(Checkpoint checkpoint, TmpfsFile file) {
        var entry = file.entry();
        if (entry.type() != Member.Type.FILE) {
            return new Read(checkpoint, file, Optional.empty());
        }
        if (entry.size() > MOST_HASHED) {
            gaps.add(
                    "the content of %s: %s are more than are read"
                            .formatted(file.path(), CellText.exactBytes(entry.size())));
            return new Read(checkpoint, file, Optional.empty());
        }
        try {
            var content = checkpoint.within(file.tmpfs().image(), progress).open(entry);
            return new Read(checkpoint, file, Optional.of(Digest.of(content, progress).toString()));
        } catch (EvidenceException e) {
            gaps.add("the content of %s: %s".formatted(file.path(), e.getMessage()));
            return new Read(checkpoint, file, Optional.empty());
        }
    }
}
