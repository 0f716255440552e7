package org.icecore.checkpoint.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.icecore.checkpoint.container.Layout;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;
import org.icecore.evidence.Progress;
import org.icecore.evidence.UnpackingLimitException;

/// The checkpoints that lie in an archive, or in archives within it.
///
/// Archives beside a checkpoint are looked into as well, but not the tars that are part of an export.
public final class Sightings {

    private static final int MOST_NESTED = 100;
    /// Archives that hold copies of themselves would be looked into for ever.
    private static final int MOST_LOOKED_INTO = 2_000;
    /// A whole root file system can lie beside a checkpoint.
    private static final int MOST_BESIDE = 10_000;

    private final Archive base;
    private final Optional<String> wanted;
    private final NestedArchives nested;
    private final List<Arrangement> all = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, SequencedMap<String, String>> parts = new HashMap<>();
    private boolean passedBy;
    private int lookedInto;
    private Archive archive;

    private Sightings(Archive base, Optional<String> wanted, Progress progress) {
        this.base = base;
        this.archive = base;
        this.wanted = wanted;
        this.nested = new NestedArchives(progress);
    }

    /// Looks through `base`; closing the resulting [#archive()] closes it, too.
    ///
    /// @param wanted the name of the only one that is looked for; all if empty
    public static Sightings in(Archive base, Optional<String> wanted, Progress progress) {
        var sightings = new Sightings(base, wanted, progress);
        boolean complete = false;
        try {
            sightings.look(base, "", Layout.Packaging.NONE);
            sightings.join();
            complete = true;
            return sightings;
        } finally {
            if (!complete) {
                sightings.nested.closeAll();
            }
        }
    }

    /// The archive with all that was opened within it; the names in the arrangements are those of its members.
    public Archive archive() {
        return archive;
    }

    /// What was found, in the order of the archive.
    public List<Arrangement> all() {
        return List.copyOf(all);
    }

    /// The names of all checkpoints that were met, also of those that were not wanted.
    public Set<String> seen() {
        return Collections.unmodifiableSet(seen);
    }

    /// Whether archives were passed by unopened, since the one that was wanted cannot lie in them: they may hold others.
    public boolean passedBy() {
        return passedBy;
    }

    /// What was wrong on the way.
    public List<Defect> defects() {
        return nested.defects();
    }

    /// The first archive within that was not unpacked, since it is larger than allowed: what is looked for may lie in it.
    public Optional<UnpackingLimitException> limit() {
        return nested.limit();
    }

    /// The pages that have no process tree and no inventory: those of a page server. Empty if there are none.
    public Optional<String> loosePages() {
        return ImageDirectories.of(archive).found().entrySet().stream()
                .filter(entry -> entry.getValue().pages() && !entry.getValue().isDump())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Looks into one archive.
    ///
    /// @param way what the names of its members begin with in the whole
    /// @return whether there was something
    private boolean look(Archive here, String way, Layout.Packaging packaging) {
        int before = all.size();
        for (var found : new Exports(here).find()) {
            add(found, way, packaging, Map.of(), new LinkedHashMap<>());
        }
        var parts = new HashSet<String>();
        for (var found : new Images(here, nested::complain).find()) {
            switch (found) {
                case Images.Found.Image image -> {
                    image.layers().forEach(layer -> parts.add(layer.name()));
                    look(image, here, way);
                }
                case Images.Found.Index index -> {
                    index.parts().forEach(part -> parts.add(part.name()));
                    look(index, here, way);
                }
            }
        }
        unfold(here, way, all.size() > before, parts);
        return all.size() > before;
    }

    private void add(
            Arrangement found,
            String way,
            Layout.Packaging packaging,
            Map<String, String> annotations,
            SequencedMap<String, String> parts) {
        var documents = found.documents();
        var arrangement =
                new Arrangement(
                        way + found.name(),
                        new Layout(found.layout().form(), packaging),
                        found.hasImages() ? way + found.images() : found.images(),
                        new Documents(
                                way + documents.directory(),
                                Map.of(),
                                new LinkedHashMap<>(annotations),
                                parts));
        take(arrangement);
    }

    /// What lies in the layers of an image, as whoever runs it would see it.
    private void look(Images.Found.Image image, Archive here, String way) {
        var opened = new LinkedHashMap<String, Archive>();
        for (var layer : image.layers()) {
            nested.open(here, layer, way)
                    .ifPresent(
                            inner -> opened.putLast(way + layer.name() + MemberPath.INTO, inner));
        }
        var needed = new HashSet<String>();
        boolean any = false;
        if (opened.size() == 1) {
            var only = opened.firstEntry();
            for (var found : new Exports(only.getValue()).find()) {
                any = true;
                add(found, only.getKey(), image.packaging(), image.annotations(), parts(here, way));
                needed.add(only.getKey());
            }
        } else if (opened.size() > 1) {
            var layers = new Layers(opened);
            for (var found : new Exports(layers).find()) {
                any = true;
                var lying = LayeredCheckpoint.of(found, layers, image, parts(here, way), way);
                lying.note().ifPresent(nested::complain);
                if (!found.hasImages()) {
                    new HiddenCheckpoint(image, opened, here, way).tellDeleted(nested);
                }
                take(lying.arrangement());
                needed.addAll(lying.ways());
            }
        }
        if (!any) {
            new HiddenCheckpoint(image, opened, here, way).tell(nested);
        }
        for (var layer : image.layers()) {
            if (!needed.contains(way + layer.name() + MemberPath.INTO)) {
                nested.close(layer, way);
            }
        }
    }

    private void take(Arrangement arrangement) {
        seen.add(arrangement.name());
        if (wanted.isEmpty() || wanted.get().equals(arrangement.name())) {
            all.add(arrangement);
        }
    }

    /// The parts of containerd's checkpoint lie in blobs; without images it was not completed, and the rest is shown.
    private void look(Images.Found.Index index, Archive here, String way) {
        var images = Arrangement.NO_IMAGES;
        if (index.images().isPresent()) {
            var inner = nested.open(here, index.images().get(), way);
            var directory =
                    inner.flatMap(tar -> ImageDirectories.of(tar).dumps(tar).stream().findFirst());
            if (directory.isPresent()) {
                images = way + index.images().get().name() + MemberPath.INTO + directory.get();
            }
        }
        var elsewhere = new LinkedHashMap<String, String>();
        index.specification()
                .ifPresent(blob -> elsewhere.put(Documents.SPECIFICATION, way + blob.name()));
        index.layer().ifPresent(blob -> elsewhere.put(Documents.ROOTFS_DIFF, way + blob.name()));
        var top = new MemberPath(index.name()).parent();
        var name = way + index.name();
        seen.add(name);
        if (wanted.isEmpty() || wanted.get().equals(name)) {
            all.add(
                    new Arrangement(
                            name,
                            new Layout(Layout.Form.CONTAINERD_INDEX, Layout.Packaging.OCI_IMAGE),
                            images,
                            new Documents(
                                    way + top, elsewhere, index.annotations(), parts(here, way))));
        }
    }

    private SequencedMap<String, String> parts(Archive here, String way) {
        return parts.computeIfAbsent(way, _ -> ImageParts.of(here, way));
    }

    /// @param any whether something was found beside which the archives lie
    /// @param parts of images, which were looked into
    private void unfold(Archive here, String way, boolean any, Set<String> parts) {
        int looked = 0;
        for (var member : here.members()) {
            if (member.type() != Member.Type.FILE
                    || parts.contains(member.name())
                    || any && Exports.isPart(member.name())) {
                continue;
            }
            if (!mayHold(way + member.name() + MemberPath.INTO)) {
                passedBy = passedBy || NestedArchives.looksLikeOne(here, member);
                continue;
            }
            if (any && looked++ == MOST_BESIDE) {
                nested.complain(
                        member,
                        way,
                        "more than %,d files lie beside a checkpoint; whether those from here on hold others is not looked at"
                                .formatted(MOST_BESIDE));
                return;
            }
            if (nested.isArchive(here, member) && !unfold(here, member, way)) {
                return;
            }
        }
    }

    /// @return false if no others may be looked into
    private boolean unfold(Archive here, Member member, String way) {
        if (nested.open().size() == MOST_NESTED) {
            nested.complain(
                    member,
                    way,
                    "more than %d archives within hold checkpoints; those from here on are not looked into"
                            .formatted(MOST_NESTED));
            return false;
        }
        if (++lookedInto >= MOST_LOOKED_INTO) {
            if (lookedInto == MOST_LOOKED_INTO) {
                nested.complain(
                        member,
                        way,
                        "%,d archives within were looked into; those from here on are not"
                                .formatted(MOST_LOOKED_INTO));
            }
            return false;
        }
        var inner = nested.open(here, member, way);
        var packaging = Images.packaging(here, member);
        if (inner.isPresent()
                && !look(inner.get(), way + member.name() + MemberPath.INTO, packaging)) {
            nested.close(member, way);
        }
        return true;
    }

    private boolean mayHold(String way) {
        return wanted.isEmpty() || wanted.get().startsWith(way);
    }

    /// Joins what was opened, and what of the root file system is compressed.
    private void join() {
        var joined = Archive.joined(base, nested.open());
        for (var arrangement : all) {
            arrangement
                    .documents()
                    .member(joined, Documents.ROOTFS_DIFF)
                    .filter(member -> NestedArchives.isCompressed(joined, member))
                    .ifPresent(member -> nested.open(joined, member, ""));
        }
        archive = Archive.joined(base, nested.open());
    }

    /// Says that nothing was found, and of what was met on the way.
    public EvidenceException nothing() {
        return new NoCheckpoint(archive, loosePages().isPresent(), defects()).exception();
    }
}
