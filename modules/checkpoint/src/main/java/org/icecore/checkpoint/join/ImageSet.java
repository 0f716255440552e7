package org.icecore.checkpoint.join;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.icecore.checkpoint.Machine;
import org.icecore.checkpoint.Observed;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.Pagemap;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Loss;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;

/// The CRIU images of one dump: the files of one directory of the archive.
///
/// Reports the defects of each image that it reads.
final class ImageSet {

    /// Keeps the wrapped key of a dump whose pages and images are encrypted, in all drafts of that.
    static final String CIPHER = "cipher.img";

    private static final String UPPER = ".IMG";

    private final Archive archive;
    private final String directory;
    private final ImageIndex images = new ImageIndex();
    private final Consumer<Defect> defects;
    private final Optional<Member> cipher;
    /// What has the name of an image and is no file.
    private final Map<ImageName, Member> others = new LinkedHashMap<>();
    private final BlockCache blocks = new BlockCache();
    private final UnlinkedPages unlinked = new UnlinkedPages();
    private Optional<ImageSet> parent = Optional.empty();
    private Optional<Machine> machine = Optional.empty();

    private ImageSet(
            Archive archive, String directory, Optional<Member> cipher, Consumer<Defect> defects) {
        this.archive = archive;
        this.cipher = cipher;
        this.directory = directory;
        this.defects = defects;
    }

    /// The images in the directory whose members' names begin with `directory`.
    static ImageSet in(Archive archive, String directory, Consumer<Defect> defects) {
        var cipher = archive.find(directory + CIPHER).filter(one -> one.type() == Member.Type.FILE);
        var set = new ImageSet(archive, directory, cipher, defects);
        var upper = new ArrayList<Member>();
        archive.below(
                directory,
                (rest, member) ->
                        ImageName.of(rest)
                                .ifPresent(
                                        name -> {
                                            if (rest.endsWith(UPPER)) {
                                                upper.add(member);
                                            } else {
                                                set.put(name, member);
                                            }
                                        }));
        set.takeUpper(upper);
        set.others.keySet().removeIf(set.images::has);
        set.others.forEach(
                (_, member) ->
                        defects.accept(
                                new Defect(Location.of(member.name(), 0, 0), instead(member))));
        return set;
    }

    /// What is called as CRIU calls it comes first.
    private void takeUpper(List<Member> upper) {
        for (var member : upper) {
            ImageName.of(new MemberPath(member.name()).last())
                    .filter(name -> !images.has(name))
                    .ifPresent(name -> put(name, member));
        }
        if (!upper.isEmpty()) {
            defects.accept(
                    new Defect(
                            Location.of(upper.getFirst().name(), 0, 0),
                            "%s called in upper case, as after a copy by way of a file system without lower case"
                                    .formatted(
                                            upper.size() == 1
                                                    ? "an image is"
                                                    : upper.size() + " images are"),
                            Defect.Kind.ODD));
        }
    }

    private void put(ImageName name, Member member) {
        file(member)
                .ifPresentOrElse(file -> images.put(name, file), () -> others.put(name, member));
    }

    /// The file that has the content of `member`: itself, or what a hard link in a tar names, which is the same file.
    private Optional<Member> file(Member member) {
        return switch (member.type()) {
            case FILE -> Optional.of(member);
            case HARD_LINK -> {
                var way = new MemberPath(member.name()).archive();
                yield archive.find(way + member.linkTarget())
                        .filter(target -> target.type() == Member.Type.FILE);
            }
            case SYMBOLIC_LINK, DIRECTORY, FIFO, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER ->
                    Optional.empty();
        };
    }

    /// As [#in(Archive, String, Consumer)], with what lies in other directories: pages that a page server kept, and the
    /// dumps before, the nearest first.
    static ImageSet in(
            Archive archive,
            String directory,
            Optional<String> pages,
            List<String> parents,
            Consumer<Defect> defects) {
        var images = in(archive, directory, defects);
        pages.ifPresent(kept -> images.take(in(archive, kept, defects)));
        var later = images;
        for (var parent : parents) {
            var before = in(archive, parent, defects);
            later.parent = Optional.of(before);
            later = before;
        }
        return images;
    }

    /// No images at all: an engine's documents are there, and CRIU's part is not.
    static ImageSet none(Archive archive, Consumer<Defect> defects) {
        return new ImageSet(archive, "", Optional.empty(), defects);
    }

    /// The images of these kinds alone.
    ImageSet only(Set<ImageKind> kinds) {
        var few = new ImageSet(archive, directory, cipher, defects);
        for (var name : images.names()) {
            if (kinds.contains(name.kind())) {
                few.images.put(name, images.find(name).orElseThrow());
            }
        }
        return few;
    }

    private void take(ImageSet kept) {
        for (var name : kept.images.names()) {
            switch (name.kind()) {
                case PAGEMAP, SHMEM_PAGEMAP, PAGES -> {
                    if (!images.has(name)) {
                        images.put(name, kept.images.find(name).orElseThrow());
                    }
                }
                default -> {
                    // The server writes no others.
                }
            }
        }
    }

    /// What keeps the keys of this dump, if it is encrypted.
    Optional<Member> cipher() {
        return cipher;
    }

    /// What was unpacked last of compressed pages of this dump.
    BlockCache blocks() {
        return blocks;
    }

    /// Pages that were left to a dump before, of the last dump that the links lead to; known once its pagemaps were read.
    Optional<Location> unlinked() {
        return parent().flatMap(ImageSet::unlinked).or(unlinked::first);
    }

    /// Notes the pages that a pagemap of this dump leaves to one before.
    void note(Pagemap pagemap) {
        if (parent().isEmpty()) {
            unlinked.note(pagemap);
        }
    }

    /// The kind of machine that was dumped.
    Machine machine() {
        if (machine.isEmpty()) {
            machine = Optional.of(new MachineReader(this).read());
        }
        return machine.get();
    }

    /// The dump before this one; empty if there is none, or it is not here.
    Optional<ImageSet> parent() {
        return parent;
    }

    /// The path of the directory, ending in `/`; empty for the top of the archive.
    String directory() {
        return directory;
    }

    /// The names of all images, in archive order.
    List<ImageName> names() {
        return images.names();
    }

    boolean has(ImageName name) {
        return images.has(name);
    }

    /// When the images were written, by the archive's own word. The process tree is written while the tasks are frozen, the
    /// inventory at the end.
    Observed<Instant> written() {
        return Stream.of(ImageKind.INVENTORY, ImageKind.PSTREE)
                .flatMap(kind -> images.find(ImageName.of(kind)).stream())
                .max(Comparator.comparing(Member::modified))
                .map(
                        member ->
                                Observed.present(
                                        member.modified(),
                                        new Location(
                                                String.valueOf(archive.path().getFileName()),
                                                member.header())))
                .orElseGet(() -> Observed.notCaptured("the archive has no image that tells"));
    }

    /// Where the inventory lies, if there is one.
    Optional<Member> inventoryMember() {
        return images.find(ImageName.of(ImageKind.INVENTORY));
    }

    /// The image of that name, taken apart; empty if the dump has none or it cannot be opened.
    Optional<ImageFile> read(ImageName name) {
        var file = open(name).map(source -> ImageFile.read(source, name));
        file.ifPresent(image -> image.defects().forEach(defects));
        return file;
    }

    /// Hands the entries of an opened image to `visitor`, one by one; false if a defect may have hidden some.
    boolean visit(ByteSource source, ImageName name, ImageFile.Visitor visitor) {
        return broken(source, name, visitor).isEmpty();
    }

    /// The same; the first defect that may have hidden some.
    Optional<Defect> broken(ByteSource source, ImageName name, ImageFile.Visitor visitor) {
        var found = ImageFile.visit(source, name, visitor).defects();
        found.forEach(defects);
        return found.stream().filter(defect -> defect.kind() != Defect.Kind.ODD).findFirst();
    }

    /// The bytes of the image of that name, up to the cut where the archive ends within it; empty if the dump has none or it
    /// cannot be opened.
    Optional<ByteSource> open(ImageName name) {
        var member = images.find(name);
        // Encrypted pages look like any others, and must never be taken for what the memory held.
        if (member.isEmpty() || cipher.isPresent() && name.kind() == ImageKind.PAGES) {
            return Optional.empty();
        }
        try {
            return Optional.of(archive.beginning(member.get()));
        } catch (EvidenceException e) {
            defects.accept(Defect.of(e));
            return Optional.empty();
        }
    }

    /// Why nothing is known of the pages of a task without a pagemap.
    String noPagemap() {
        return archive.loss().explain("no pagemap of this task is in the checkpoint");
    }

    private static String instead(Member member) {
        return switch (member.type()) {
            case SYMBOLIC_LINK ->
                    "is no file but a symbolic link to %s, which is not followed"
                            .formatted(member.linkTarget());
            case HARD_LINK ->
                    "is no file but a hard link to %s, whose content is not here under this name"
                            .formatted(member.linkTarget());
            case FIFO -> "is no file but a FIFO, which is not read";
            case DIRECTORY -> "is no file but a folder";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "is no file but a device, which is not read";
            case FILE, OTHER -> "is no file and is not read";
        };
    }

    /// Why no open file is known; empty if there is an image of files, or of one kind of them as before format 1.1.
    Optional<String> noFiles() {
        boolean any =
                images.names().stream()
                        .anyMatch(
                                name ->
                                        switch (name.kind()) {
                                            case FILES, REG_FILES, PIPES -> true;
                                            default -> false;
                                        });
        return any ? Optional.empty() : Optional.of(absence(ImageName.of(ImageKind.FILES)));
    }

    /// Whether something may have been lost with a part of the archive.
    boolean mayLack() {
        return archive.loss() != Loss.NONE;
    }

    /// `absence` with what may have become of it.
    String explain(String absence) {
        return archive.loss().explain(absence);
    }

    /// Why there is nothing of that image, for the examiner.
    String absence(ImageName name) {
        if (cipher.isPresent() && images.has(name)) {
            return directory + name.fileName() + " is encrypted, as " + CIPHER + " tells";
        }
        if (others.containsKey(name)) {
            return directory + name.fileName() + " " + instead(others.get(name));
        }
        return images.has(name)
                ? directory + name.fileName() + " cannot be read"
                : archive.loss().explain(directory + name.fileName() + " is not in the checkpoint");
    }
}
