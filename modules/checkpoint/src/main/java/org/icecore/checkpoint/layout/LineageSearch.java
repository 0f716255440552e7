package org.icecore.checkpoint.layout;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.container.Ancestry.ParentMissing.Reason;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.MemberPath;
import org.icecore.evidence.Progress;
import org.icecore.evidence.Unpacking;

/// Follows the links to parents: within the archive, to folders beside an opened folder, and into what was supplied.
public final class LineageSearch {

    /// Each pre-dump of a migration adds one; CRIU itself follows them recursively.
    private static final int LONGEST = 256;

    private final Archive base;
    private final Arrangement arrangement;
    private final Deque<Path> supply;
    private final Unpacking unpacking;
    private final Progress progress;
    private final LinkedHashMap<String, Archive> others = new LinkedHashMap<>();
    private final List<String> parents = new ArrayList<>();
    /// Folders on the way; each is joined under a name of its own, so names alone do not show a circle of them.
    private final Set<Path> followed = new HashSet<>();
    private final List<String> targets = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Map<String, Path> unlinked = new HashMap<>();
    private Archive archive;
    private Optional<Path> folder;

    private LineageSearch(
            Archive base, Arrangement arrangement, CheckpointSource source, Progress progress) {
        this.base = base;
        this.arrangement = arrangement;
        this.archive = arrangement.over(base);
        this.supply = new ArrayDeque<>(source.parents());
        this.unpacking = source.unpacking();
        this.progress = progress;
        this.folder =
                base.packing() == Archive.Packing.DIRECTORY
                        ? Optional.of(base.path().toAbsolutePath().normalize())
                        : Optional.empty();
        folder.ifPresent(followed::add);
    }

    /// The lineage of the dump in `arrangement`; closing its archive closes `base`, too.
    ///
    /// @param source names what was supplied
    /// @throws EvidenceException if one of them cannot be opened, or there is no use for it
    public static Lineage of(
            Archive base, Arrangement arrangement, CheckpointSource source, Progress progress)
            throws EvidenceException {
        var search = new LineageSearch(base, arrangement, source, progress);
        boolean complete = false;
        try {
            var lineage = search.find(arrangement.images());
            complete = true;
            return lineage;
        } finally {
            if (!complete) {
                search.others.sequencedValues().reversed().forEach(Archive::close);
            }
        }
    }

    private Lineage find(String images) throws EvidenceException {
        var pages = Optional.<String>empty();
        var kinds = ImageDirectories.Kinds.of(archive, images);
        var missing = Optional.<Ancestry>empty();
        if (kinds.memory() && !kinds.pages() && !kinds.stored()) {
            pages = supplied("");
            if (pages.isEmpty()) {
                missing = Optional.of(new Ancestry.PagesMissing(images));
            }
        }
        var at = pages.orElse(images);
        while (missing.isEmpty()) {
            var link = ParentLink.in(archive, at);
            if (link.isEmpty() && supply.isEmpty()) {
                break;
            }
            if (link.isEmpty()) {
                // What copies without links loses it; whether pages are left to this one is still
                // to be seen.
                var path = supply.getFirst();
                at = supplied("").orElseThrow();
                unlinked.put(at, path);
                parents.add(at);
                targets.add("");
                continue;
            }
            var reason = Reason.TOO_MANY;
            var next = Optional.<String>empty();
            if (parents.size() < LONGEST) {
                reason = leadsBack(link.get(), images) ? Reason.CIRCLE : Reason.NOT_HERE;
                next = reason == Reason.CIRCLE ? supplied(link.get().target()) : next(link.get());
            }
            if (next.isEmpty()) {
                missing =
                        Optional.of(
                                new Ancestry.ParentMissing(
                                        link.get().target(),
                                        Location.of(at + "parent", 0, 0),
                                        reason,
                                        true));
            } else {
                parents.add(next.get());
                targets.add(link.get().target());
                at = next.get();
            }
        }
        if (!supply.isEmpty()) {
            var path = supply.getFirst();
            throw new EvidenceException(
                    new Location(path.toString(), new ByteRange(0, 0)),
                    "supplied as a parent, but %s refers to no parent that is not here"
                            .formatted(at.isEmpty() ? "the checkpoint" : at));
        }
        var whole =
                parents.isEmpty() && pages.isEmpty()
                        ? new Ancestry.Whole()
                        : new Ancestry.Complete(pages, parents);
        return new Lineage(archive, parents, pages, targets, used, unlinked, missing.orElse(whole));
    }

    /// Whether it leads to where the search has been. Who made such a link lost the real one: one can be supplied.
    private boolean leadsBack(ParentLink link, String images) {
        var inside = inside(link);
        return inside.isPresent()
                ? inside.get().equals(images) || parents.contains(inside.get())
                : beside(link).filter(followed::contains).isPresent();
    }

    private Optional<String> inside(ParentLink link) {
        var directories = ImageDirectories.of(archive).found();
        return link.inside().filter(directories::containsKey);
    }

    private Optional<String> next(ParentLink link) throws EvidenceException {
        var inside = inside(link);
        if (inside.isPresent()) {
            return inside;
        }
        var beside = beside(link);
        if (beside.isPresent()) {
            followed.add(beside.get());
            folder = beside;
            return Optional.of(join(beside.get(), link.target(), ""));
        }
        return supplied(link.target());
    }

    /// A folder beside the opened one, as the links of a chain of dumps lead to.
    private Optional<Path> beside(ParentLink link) {
        if (folder.isEmpty() || link.target().startsWith("/")) {
            return Optional.empty();
        }
        var within = new MemberPath(link.directory()).inArchive();
        var path = folder.get().resolve(within).resolve(link.target()).normalize();
        boolean near =
                folder.get().getParent() != null
                        && folder.get().getParent().equals(path.getParent())
                        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        return near ? Optional.of(path) : Optional.empty();
    }

    private Optional<String> supplied(String target) throws EvidenceException {
        if (supply.isEmpty()) {
            return Optional.empty();
        }
        var path = supply.removeFirst();
        folder =
                Files.isDirectory(path)
                        ? Optional.of(path.toAbsolutePath().normalize())
                        : Optional.empty();
        folder.ifPresent(followed::add);
        var name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        var directory = join(path, name, new MemberPath(target).last() + "/");
        used.add(directory);
        return Optional.of(directory);
    }

    /// Opens an archive and joins it; returns the directory with its pages.
    ///
    /// @param likely where they probably lie in it
    private String join(Path path, String name, String likely) throws EvidenceException {
        var way = name;
        for (int i = 2; others.containsKey(way); i++) {
            way = "%s (%d)".formatted(name, i);
        }
        var opened = Archive.open(path, unpacking, progress);
        others.put(way, opened);
        var directories = ImageDirectories.of(opened).found();
        archive = arrangement.over(Archive.joined(base, others));
        var prefix = way + MemberPath.INTO;
        if (directories.containsKey(likely) && directories.get(likely).pages()) {
            return prefix + likely;
        }
        return directories.entrySet().stream()
                .filter(entry -> entry.getValue().pages())
                .map(entry -> prefix + entry.getKey())
                .findFirst()
                .orElseThrow(
                        () ->
                                new EvidenceException(
                                        new Location(path.toString(), new ByteRange(0, 0)),
                                        "holds no pages of a dump: no pagemap is in it"));
    }
}
