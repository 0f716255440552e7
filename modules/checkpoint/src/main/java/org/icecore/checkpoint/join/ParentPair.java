package org.icecore.checkpoint.join;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.dump.Kinship;
import org.icecore.checkpoint.layout.Documents;
import org.icecore.checkpoint.layout.EngineJson;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.PageRun;
import org.icecore.criu.Pagemap;
import org.icecore.criu.proto.InventoryEntry;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;

/// A dump and the one before it: collects what speaks for and against the one being the parent of the other.
final class ParentPair {

    private static final int MOST_DOUBTS = 16;

    private final ImageSet later;
    private final ImageSet parent;
    private final Archive archive;
    private final List<String> grounds = new ArrayList<>();
    private final List<Defect> refutations = new ArrayList<>();
    private final List<Defect> oddities = new ArrayList<>();
    private Optional<Duration> earlier = Optional.empty();
    private Optional<ImageName> first = Optional.empty();
    private long pages;

    ParentPair(ImageSet later, ImageSet parent, Archive archive) {
        this.later = later;
        this.parent = parent;
        this.archive = archive;
    }

    /// Whether that pagemap leaves pages to the parent; each of them must be in the parent's pagemap of the same name.
    boolean refers(ImageName name, int pageSize) {
        var source = later.open(name);
        if (source.isEmpty()) {
            return false;
        }
        var wanted = new ArrayList<PageRun>();
        for (var run : Pagemap.read(source.get(), pageSize)) {
            if (run.origin() == PageRun.Origin.PARENT) {
                wanted.add(run);
                pages += run.pages();
            }
        }
        if (!wanted.isEmpty()) {
            first = first.or(() -> Optional.of(name));
            cover(name, wanted, pageSize);
        }
        return !wanted.isEmpty();
    }

    private void cover(ImageName name, List<PageRun> wanted, int pageSize) {
        var source = parent.open(name);
        if (source.isEmpty()) {
            refute(
                    wanted.getFirst().at(),
                    "refers to a parent, but what is in its place is none: "
                            + parent.absence(name));
            return;
        }
        var map = Pagemap.read(source.get(), pageSize);
        for (var run : wanted) {
            if (refutations.size() >= MOST_DOUBTS) {
                return;
            }
            lacking(map, run, pageSize)
                    .ifPresent(
                            page ->
                                    refute(
                                            run.at(),
                                            "leaves the page at 0x%x to a parent, but what is in its place is none: %s has no such page"
                                                    .formatted(
                                                            page,
                                                            source.get()
                                                                    .locate(new ByteRange(0, 0))
                                                                    .member())));
        }
    }

    /// The first page of a run that a pagemap does not have.
    private static OptionalLong lacking(Pagemap map, PageRun wanted, int pageSize) {
        long left = wanted.pages();
        long at = wanted.address();
        while (left > 0) {
            var index = map.runAt(at);
            if (index.isEmpty()) {
                return OptionalLong.of(at);
            }
            var found = map.run(index.getAsInt());
            long held = found.pages() - (at - found.address()) / pageSize;
            left -= held;
            at += held * pageSize;
        }
        return OptionalLong.empty();
    }

    /// Compares what both tell of themselves.
    ///
    /// @param container id of the container of the later dump, if it is told
    /// @param target what the link of the later dump leads to
    void compare(Optional<String> container, String target) {
        compareContainers(container);
        compareInventories();
        compareTimes();
        compareNames(target);
    }

    private void compareContainers(Optional<String> container) {
        var config = config();
        var id = config.flatMap(this::id);
        if (container.isEmpty() || id.isEmpty() || inOneExport()) {
            return;
        }
        if (id.equals(container)) {
            grounds.add("both are of container " + Container.shortened(container.get()));
        } else {
            refute(
                    Location.of(config.get().name(), 0, config.get().size()),
                    "is of container %s, but the dump that refers to a parent is of container %s"
                            .formatted(
                                    Container.shortened(id.get()),
                                    Container.shortened(container.get())));
        }
    }

    /// The engine's description above the parent's folder.
    private Optional<Member> config() {
        return archive.find(above(parent.directory()) + Documents.CONFIG)
                .filter(member -> member.type() == Member.Type.FILE);
    }

    private boolean inOneExport() {
        return above(parent.directory()).equals(above(later.directory()));
    }

    private static String above(String directory) {
        // What is nested in the archive is a world of its own.
        var path = new MemberPath(directory);
        return path.inArchive().isEmpty() ? directory : path.parent();
    }

    private Optional<String> id(Member config) {
        try {
            var id = new EngineJson(archive.open(config)).tree(_ -> {}).path("id");
            return id.isString() && !id.stringValue().isEmpty()
                    ? Optional.of(id.stringValue())
                    : Optional.empty();
        } catch (EvidenceException _) {
            // An unreadable description tells nothing, for or against.
            return Optional.empty();
        }
    }

    private void compareInventories() {
        var name = ImageName.of(ImageKind.INVENTORY);
        var one = SingleEntry.in(later, name, InventoryEntry.class).found();
        var other = SingleEntry.in(parent, name, InventoryEntry.class).found();
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        var mine = one.get().message();
        var its = other.get().message();
        var at = other.get().entry().at();
        if (mine.hasDumpCriuRunId()
                && its.hasDumpCriuRunId()
                && mine.getDumpCriuRunId().equals(its.getDumpCriuRunId())) {
            refute(
                    at,
                    "was written by the same run of CRIU (%s): a dump cannot be its own parent"
                            .formatted(EvidenceText.of(its.getDumpCriuRunIdBytes())));
        } else if (mine.hasDumpUptime() && its.hasDumpUptime()) {
            long micros = mine.getDumpUptime() - its.getDumpUptime();
            if (micros <= 0) {
                refute(
                        at,
                        "was dumped %.2f s after the computer was started, later than the dump that refers to a parent (%.2f s)"
                                .formatted(its.getDumpUptime() / 1e6, mine.getDumpUptime() / 1e6));
            } else {
                earlier = Optional.of(Duration.ofMillis(micros / 1000));
                grounds.add("it was dumped %.2f s before".formatted(micros / 1e6));
            }
        }
    }

    /// Times of folders are those of the last copy, and tell nothing.
    private void compareTimes() {
        var mine = later.inventoryMember().filter(ParentPair::packed);
        var its = parent.inventoryMember().filter(ParentPair::packed);
        if (mine.isPresent()
                && its.isPresent()
                && earlier.isEmpty()
                && its.get().modified().isAfter(mine.get().modified())) {
            odd(
                    Location.of(its.get().name(), 0, its.get().size()),
                    "was written at %s, after the dump that refers to a parent (%s)"
                            .formatted(its.get().modified(), mine.get().modified()));
        }
    }

    private static boolean packed(Member member) {
        return member.header().length() > 0;
    }

    private void compareNames(String target) {
        if (target.isEmpty()) {
            odd(
                    Location.of(later.directory() + "parent", 0, 0),
                    "is not there: that %s is the dump before this one is the word of who supplied it"
                            .formatted(new MemberPath(parent.directory()).name()));
            return;
        }
        var wanted = lastName(target);
        var found = lastName(parent.directory());
        if (wanted.isEmpty() || found.isEmpty()) {
            return;
        }
        if (wanted.equals(found)) {
            grounds.add("it is called " + target);
        } else {
            odd(
                    Location.of(later.directory() + "parent", 0, 0),
                    "leads to %s, but what is taken for the parent is called %s: nothing else tells it from a still earlier dump"
                            .formatted(target, found));
        }
    }

    /// The name of the folder; empty if the path has none.
    private static String lastName(String path) {
        var name = new MemberPath(path).last();
        return name.equals(".") || name.equals("..") ? "" : name;
    }

    private void refute(Location at, String text) {
        if (refutations.size() < MOST_DOUBTS) {
            refutations.add(new Defect(at, text));
        }
    }

    private void odd(Location at, String text) {
        oddities.add(new Defect(at, text, Defect.Kind.ODD));
    }

    Kinship kinship(String directory, boolean supplied) {
        if (refutations.isEmpty() && pages > 0) {
            grounds.addFirst(
                    pages == 1
                            ? "it has the page that is left to it"
                            : "it has each of the %,d pages that are left to it".formatted(pages));
        }
        var doubts = new ArrayList<>(refutations);
        doubts.addAll(oddities);
        return new Kinship(
                directory, supplied, pages, grounds, doubts, !refutations.isEmpty(), earlier);
    }

    /// What the right parent is like: `is called ../2, holds pagemap-1.img and was written before ...`.
    String fitting(Optional<String> container, String target) {
        var words = new ArrayList<String>();
        words.add(target.isEmpty() ? "is the dump before" : "is called " + target);
        container.ifPresent(id -> words.add("is of container " + Container.shortened(id)));
        first.ifPresent(name -> words.add("holds " + name.fileName()));
        later.inventoryMember()
                .filter(ParentPair::packed)
                .map(Member::modified)
                .map(Instant::toString)
                .ifPresent(moment -> words.add("was written before " + moment));
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
