package org.icecore.checkpoint.layout;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.icecore.checkpoint.container.Layout;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Compression;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;
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
    private static final String WAY = ": ";

    private final Archive base;
    private final Optional<String> wanted;
    private final Progress progress;
    private final LinkedHashMap<String, Archive> nested = new LinkedHashMap<>();
    private final List<Arrangement> all = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private boolean passedBy;
    private int lookedInto;
    private final List<Defect> defects = new ArrayList<>();
    private Optional<UnpackingLimitException> limit = Optional.empty();
    private Archive archive;

    private Sightings(Archive base, Optional<String> wanted, Progress progress) {
        this.base = base;
        this.archive = base;
        this.wanted = wanted;
        this.progress = progress;
    }

    /// Looks through `base`; closing the resulting [#archive()] closes it, too.
    ///
    /// @param wanted the name of the only one that is looked for; all if empty
    public static Sightings in(Archive base, Optional<String> wanted, Progress progress) {
        var sightings = new Sightings(base, wanted, progress);
        boolean complete = false;
        try {
            sightings.look(base, "");
            sightings.join();
            complete = true;
            return sightings;
        } finally {
            if (!complete) {
                sightings.nested.sequencedValues().reversed().forEach(Archive::close);
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
        return List.copyOf(defects);
    }

    /// The first archive within that was not unpacked, since it is larger than allowed: what is looked for may lie in it.
    public Optional<UnpackingLimitException> limit() {
        return limit;
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
    private boolean look(Archive here, String way) {
        int before = all.size();
        for (var found : new Exports(here).find()) {
            add(found, way, Layout.Packaging.NONE, Map.of(), new LinkedHashMap<>());
        }
        var parts = new HashSet<String>();
        for (var found : new Images(here, defects::add).find()) {
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
            open(here, layer, way)
                    .ifPresent(inner -> opened.putLast(way + layer.name() + WAY, inner));
        }
        var needed = new HashSet<String>();
        if (opened.size() == 1) {
            var only = opened.firstEntry();
            for (var found : new Exports(only.getValue()).find()) {
                add(found, only.getKey(), image.packaging(), image.annotations(), parts(here, way));
                needed.add(only.getKey());
            }
        } else if (opened.size() > 1) {
            var layers = new Layers(opened);
            for (var found : new Exports(layers).find()) {
                var lying = LayeredCheckpoint.of(found, layers, image, parts(here, way), way);
                lying.note().ifPresent(defects::add);
                take(lying.arrangement());
                needed.addAll(lying.ways());
            }
        }
        for (var layer : image.layers()) {
            closeUnless(needed.contains(way + layer.name() + WAY), layer, way);
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
            var inner = open(here, index.images().get(), way);
            var directory =
                    inner.flatMap(tar -> ImageDirectories.of(tar).dumps(tar).stream().findFirst());
            if (directory.isPresent()) {
                images = way + index.images().get().name() + WAY + directory.get();
            }
        }
        var elsewhere = new LinkedHashMap<String, String>();
        index.specification()
                .ifPresent(blob -> elsewhere.put(Documents.SPECIFICATION, way + blob.name()));
        index.layer().ifPresent(blob -> elsewhere.put(Documents.ROOTFS_DIFF, way + blob.name()));
        var top = index.name().substring(0, index.name().lastIndexOf('/') + 1);
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

    private static SequencedMap<String, String> parts(Archive here, String way) {
        var parts = new LinkedHashMap<String, String>();
        ImageParts.of(here).forEach((member, role) -> parts.put(way + member, role));
        return parts;
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
            if (!mayHold(way + member.name() + WAY)) {
                passedBy = passedBy || looksLikeOne(here, member);
                continue;
            }
            if (any && looked++ == MOST_BESIDE) {
                defects.add(
                        new Defect(
                                Location.of(way + member.name(), 0, 0),
                                "more than %,d files lie beside a checkpoint; whether those from here on hold others is not looked at"
                                        .formatted(MOST_BESIDE)));
                return;
            }
            if (isArchive(here, member)) {
                if (nested.size() == MOST_NESTED) {
                    defects.add(
                            new Defect(
                                    Location.of(way + member.name(), 0, 0),
                                    "more than %d archives within hold checkpoints; those from here on are not looked into"
                                            .formatted(MOST_NESTED)));
                    return;
                }
                if (++lookedInto >= MOST_LOOKED_INTO) {
                    if (lookedInto == MOST_LOOKED_INTO) {
                        defects.add(
                                new Defect(
                                        Location.of(way + member.name(), 0, 0),
                                        "%,d archives within were looked into; those from here on are not"
                                                .formatted(MOST_LOOKED_INTO)));
                    }
                    return;
                }
                open(here, member, way)
                        .ifPresent(
                                inner ->
                                        closeUnless(
                                                look(inner, way + member.name() + WAY),
                                                member,
                                                way));
            }
        }
    }

    private boolean mayHold(String way) {
        return wanted.isEmpty() || wanted.get().startsWith(way);
    }

    private static boolean looksLikeOne(Archive here, Member member) {
        try {
            return Archive.isArchive(here.open(member));
        } catch (EvidenceException _) {
            // Whoever looks into it says so.
            return false;
        }
    }

    private boolean isArchive(Archive here, Member member) {
        try {
            return Archive.isArchive(here.open(member));
        } catch (EvidenceException e) {
            defects.add(Defect.of(e));
            return false;
        }
    }

    private Optional<Archive> open(Archive here, Member member, String way) {
        var known = nested.get(way + member.name());
        if (known != null) {
            return Optional.of(known);
        }
        try {
            var inner = here.nested(member, progress);
            nested.put(way + member.name(), inner);
            return Optional.of(inner);
        } catch (UnpackingLimitException e) {
            limit = limit.or(() -> Optional.of(e));
            defects.add(Defect.of(e));
            return Optional.empty();
        } catch (EvidenceException e) {
            defects.add(Defect.of(e));
            return Optional.empty();
        }
    }

    private void closeUnless(boolean needed, Member member, String way) {
        var inner = nested.get(way + member.name());
        if (!needed && inner != null) {
            // Nothing was found in it; what could not be read of it may have held something.
            inner.defects().stream()
                    .filter(defect -> defect.kind() != Defect.Kind.ODD)
                    .findFirst()
                    .ifPresent(defects::add);
            nested.remove(way + member.name());
            inner.close();
        }
    }

    /// Joins what was opened, and what of the root file system is compressed.
    private void join() {
        var joined = Archive.joined(base, nested);
        for (var arrangement : all) {
            arrangement
                    .documents()
                    .member(joined, Documents.ROOTFS_DIFF)
                    .filter(member -> isCompressed(joined, member))
                    .ifPresent(member -> open(joined, member, ""));
        }
        archive = Archive.joined(base, nested);
    }

    private boolean isCompressed(Archive joined, Member member) {
        try {
            return Compression.of(joined.open(member)) != Compression.NONE;
        } catch (EvidenceException _) {
            // Whoever reads the document says so.
            return false;
        }
    }

    /// What was cut off the archive may have held the checkpoint.
    private Stream<Defect> cuts() {
        return archive.defects().stream().filter(defect -> defect.kind() == Defect.Kind.CUT);
    }

    /// Says that nothing was found, and of what was met on the way.
    public EvidenceException nothing() {
        var whole =
                new Location(
                        archive.path().toString(), new ByteRange(0, Math.max(0, archive.size())));
        var why =
                loosePages()
                        .map(
                                _ ->
                                        "not a checkpoint but pages of one, as `criu page-server` keeps them; open the"
                                                + " folder with its other images and give these as its pages")
                        .orElseGet(
                                () ->
                                        archive.members().isEmpty()
                                                ? "not a checkpoint: the %s is empty"
                                                        .formatted(
                                                                Files.isDirectory(archive.path())
                                                                        ? "folder"
                                                                        : "archive")
                                                : "not a checkpoint: it has neither an inventory.img nor a pstree.img (members: %d)"
                                                        .formatted(archive.members().size()));
        return Stream.concat(defects.stream(), cuts())
                .findFirst()
                .map(defect -> new EvidenceException(whole, why + "; " + defect))
                .orElseGet(() -> new EvidenceException(whole, why));
    }
}
