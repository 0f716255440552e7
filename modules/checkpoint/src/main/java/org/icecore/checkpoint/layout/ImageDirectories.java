package org.icecore.checkpoint.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Member;

/// The directories of an archive that hold images of CRIU, with which of the telling ones.
///
/// @param found by directory, as the names of its members begin
record ImageDirectories(SequencedMap<String, Kinds> found) {

    /// @param tree whether the process tree is there; a pre-dump has none
    /// @param memory whether address spaces are described
    /// @param pages whether there are pagemaps
    /// @param stored whether there are files with pages; before there were pagemaps, these alone
    /// @param whole whether the inventory or the tree is long enough to be one
    record Kinds(
            boolean inventory,
            boolean tree,
            boolean memory,
            boolean pages,
            boolean stored,
            boolean whole) {

        private static final Kinds NONE = new Kinds(false, false, false, false, false, false);
        /// The two numbers that each image begins with.
        private static final int SHORTEST = 8;

        private Kinds with(ImageKind kind, long size) {
            boolean telling = kind == ImageKind.INVENTORY || kind == ImageKind.PSTREE;
            return new Kinds(
                    inventory || kind == ImageKind.INVENTORY,
                    tree || kind == ImageKind.PSTREE,
                    memory || kind == ImageKind.MM,
                    pages || kind == ImageKind.PAGEMAP || kind == ImageKind.SHMEM_PAGEMAP,
                    stored || kind == ImageKind.PAGES || kind == ImageKind.SHM_PAGES_OLD,
                    whole || telling && size >= SHORTEST);
        }

        /// Whether there is nothing but the name of an image.
        private boolean isNameAlone() {
            return !(whole || memory || pages || stored);
        }

        /// Of one directory alone.
        static Kinds of(Archive archive, String directory) {
            var found = new ArrayList<Kinds>(List.of(NONE));
            archive.below(
                    directory,
                    (name, member) -> {
                        if (member.type() == Member.Type.FILE) {
                            ImageName.of(name)
                                    .ifPresent(
                                            image ->
                                                    found.set(
                                                            0,
                                                            found.getFirst()
                                                                    .with(
                                                                            image.kind(),
                                                                            member.size())));
                        }
                    });
            return found.getFirst();
        }

        /// Whether a dump can be told from what is there.
        boolean isDump() {
            return inventory || tree;
        }
    }

    static ImageDirectories of(Archive archive) {
        var found = new LinkedHashMap<String, Kinds>();
        for (var member : archive.members()) {
            if (member.type() == Member.Type.FILE) {
                int end = member.name().lastIndexOf('/') + 1;
                ImageName.of(member.name().substring(end))
                        .ifPresent(
                                image ->
                                        found.merge(
                                                member.name().substring(0, end),
                                                Kinds.NONE.with(image.kind(), member.size()),
                                                (before, _) ->
                                                        before.with(image.kind(), member.size())));
            }
        }
        return new ImageDirectories(found);
    }

    /// The directories that hold a dump of their own and are not only the parent of another in the same archive.
    List<String> dumps(Archive archive) {
        var dumps = new ArrayList<String>();
        var parents = new ArrayList<String>();
        found.forEach(
                (directory, kinds) -> {
                    if (kinds.isDump()) {
                        dumps.add(directory);
                    }
                    ParentLink.in(archive, directory)
                            .flatMap(ParentLink::inside)
                            .ifPresent(parents::add);
                });
        dumps.removeIf(directory -> !found.get(directory).tree() && parents.contains(directory));
        // A dump that is cut to nothing is still the only one; beside another it is none.
        boolean any = dumps.stream().anyMatch(directory -> !found.get(directory).isNameAlone());
        dumps.removeIf(directory -> any && found.get(directory).isNameAlone());
        return dumps;
    }
}
