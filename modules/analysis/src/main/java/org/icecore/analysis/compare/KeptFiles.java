package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.icecore.analysis.content.ExtendedAttributeText;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.Tmpfs;
import org.icecore.checkpoint.content.TmpfsFile;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// Compares archives of files that both checkpoints keep, file by file, down to a digest of the content: of a tmpfs, of a volume.
///
/// A file is the same if its path below the top is. Where the archive of one side could not be read to its end, a file that only
/// the other lists need not have come or gone.
final class KeptFiles {

    /// A file of a hostile archive can claim any size; beyond this its content is not compared, which is said.
    private static final long MOST_HASHED = 1L << 32;

    private final ChangeKind kind;
    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;
    private final Progress progress;
    private final List<String> gaps = new ArrayList<>();

    /// @param kind what the changes are called
    /// @param progress is told nothing but asked whether to stop
    KeptFiles(
            ChangeKind kind,
            Checkpoint first,
            Checkpoint second,
            Ledger ledger,
            Progress progress) {
        this.kind = kind;
        this.first = first;
        this.second = second;
        this.ledger = ledger;
        this.progress = progress;
    }

    /// What could not be compared so far, one sentence each.
    List<String> gaps() {
        return List.copyOf(gaps);
    }

    /// Notes that one checkpoint keeps it while the other cannot tell what was in it.
    ///
    /// @param reason why the other cannot
    void keptOnOneSide(String title, List<Tmpfs> old, List<Tmpfs> now, String reason) {
        old.stream()
                .findFirst()
                .map(tmpfs -> new Change.Removed(kind, none(), title, kept(first, tmpfs), ""))
                .ifPresent(
                        change ->
                                ledger.unknown(
                                        change, "the second checkpoint cannot tell: " + reason));
        now.stream()
                .findFirst()
                .map(tmpfs -> new Change.Added(kind, none(), title, kept(second, tmpfs), ""))
                .ifPresent(
                        change ->
                                ledger.unknown(
                                        change, "the first checkpoint cannot tell: " + reason));
    }

    private static Side kept(Checkpoint checkpoint, Tmpfs tmpfs) {
        var image = tmpfs.image();
        return new Side(
                "its files are kept in " + image.name(),
                new ArtefactRef.OfMember(checkpoint.id(), image.name()),
                Optional.of(Location.of(image.name(), 0, image.size())));
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    /// Compares what lay in one place.
    ///
    /// @throws CancellationException if the progress says so
    void compare(List<Tmpfs> before, List<Tmpfs> after) {
        var old = read(first, before);
        var now = read(second, after);
        Keyed.of(old.files(), now.files(), read -> read.file().below())
                .each(
                        this::inBoth,
                        gone ->
                                oneSided(
                                        new Change.Removed(
                                                kind, none(), gone.file().path(), gone.side(), ""),
                                        "the second checkpoint cannot tell: ",
                                        now.damage()),
                        come ->
                                oneSided(
                                        new Change.Added(
                                                kind, none(), come.file().path(), come.side(), ""),
                                        "the first checkpoint cannot tell: ",
                                        old.damage()));
    }

    private void inBoth(Read old, Read now) {
        ledger.compare(
                new Topic(
                        kind,
                        Optional.empty(),
                        now.file().path(),
                        old.ref(),
                        now.ref(),
                        Optional.of(old.file().at()),
                        Optional.of(now.file().at())),
                "entry",
                old.text(),
                now.text());
    }

    private void oneSided(Change change, String lead, Optional<String> damage) {
        damage.ifPresentOrElse(
                reason -> ledger.unknown(change, lead + reason), () -> ledger.add(change));
    }

    /// What one checkpoint has in one place.
    ///
    /// @param damage why there may have been more
    private record Content(List<Read> files, Optional<String> damage) {}

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
            return "%s%s, mode %04o, owner %d:%d, modified %s%s%s%s"
                    .formatted(
                            entry.type() == Member.Type.FILE ? "" : entry.type().label() + ", ",
                            CellText.exactBytes(entry.size()),
                            entry.mode(),
                            entry.uid(),
                            entry.gid(),
                            CellText.exactMoment(entry.modified()),
                            entry.linkTarget().isEmpty() ? "" : ", link to " + entry.linkTarget(),
                            entry.extended().stream()
                                    .map(attribute -> ", " + ExtendedAttributeText.of(attribute))
                                    .collect(Collectors.joining()),
                            digest.map(text -> ", SHA-256 " + text).orElse(""));
        }
    }

    private Content read(Checkpoint checkpoint, List<Tmpfs> kept) {
        var files = new ArrayList<Read>();
        var damage = new ArrayList<String>();
        for (var tmpfs : kept) {
            try {
                var listing = TmpfsFiles.list(checkpoint, tmpfs, progress);
                listing.files().forEach(file -> files.add(read(checkpoint, file)));
                listing.defects().stream().map(Defect::toString).forEach(damage::add);
            } catch (EvidenceException e) {
                damage.add("the files of %s: %s".formatted(tmpfs.title(), e.getMessage()));
            }
        }
        gaps.addAll(damage);
        return new Content(files, damage.stream().findFirst());
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
