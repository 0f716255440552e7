package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.cgroup.Cgroup;
import org.icecore.checkpoint.cgroup.CgroupSet;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.CgControllerEntry;
import org.icecore.criu.proto.CgSetEntry;
import org.icecore.criu.proto.CgroupDirEntry;
import org.icecore.criu.proto.CgroupEntry;
import org.icecore.criu.proto.CgroupPerms;
import org.icecore.evidence.Location;

/// Reads control groups: which tasks sat where, and what the groups allowed.
record CgroupReader(ImageSet images) {

    private static final String NOTHING =
            "no cgroup.img is in the checkpoint: CRIU writes none when all tasks are in its own groups,"
                    + " when it has not the rights, or when it was told to leave control groups alone";

    Gathered<CgroupSet> sets() {
        var gathering = new Gathering<CgroupSet>(images);
        for (var image : gathering.files(ImageKind.CGROUP)) {
            for (var entry : image.entries()) {
                if (entry.message() instanceof CgroupEntry cgroup) {
                    var places =
                            new SingleEntry<>(image, entry, cgroup)
                                    .places(CgroupEntry.SETS_FIELD_NUMBER);
                    for (var i = 0; i < cgroup.getSetsCount(); i++) {
                        var set = cgroup.getSets(i);
                        gathering.add(
                                new CgroupSet(
                                        Integer.toUnsignedLong(set.getId()),
                                        members(set),
                                        places.at(i)),
                                places.at(i));
                    }
                }
            }
        }
        return gathering.done(NOTHING);
    }

    private static List<CgroupSet.Member> members(CgSetEntry set) {
        return set.getCtlsList().stream()
                .map(
                        member ->
                                new CgroupSet.Member(
                                        EvidenceText.of(member.getNameBytes()),
                                        EvidenceText.of(member.getPathBytes()),
                                        Integer.toUnsignedLong(member.getCgnsPrefix())))
                .toList();
    }

    Gathered<Cgroup> groups() {
        var gathering = new Gathering<Cgroup>(images);
        for (var image : gathering.files(ImageKind.CGROUP)) {
            for (var entry : image.entries()) {
                if (entry.message() instanceof CgroupEntry cgroup) {
                    new Trees(image, entry, cgroup, gathering).add();
                }
            }
        }
        return gathering.done(NOTHING);
    }

    /// The groups of one entry, parents before their children.
    private static final class Trees {

        private final SingleEntry<CgroupEntry> entry;
        private final Gathering<Cgroup> gathering;
        /// Where the groups of each depth lie, in the order of the file, and how many of them are told.
        private final List<SingleEntry.Places> places = new ArrayList<>();
        private final List<Integer> told = new ArrayList<>();

        Trees(ImageFile image, ImageEntry entry, CgroupEntry message, Gathering<Cgroup> gathering) {
            this.entry = new SingleEntry<>(image, entry, message);
            this.gathering = gathering;
        }

        void add() {
            for (var controller : entry.message().getControllersList()) {
                var names =
                        String.join(
                                ",",
                                controller.getCnamesList().asByteStringList().stream()
                                        .map(EvidenceText::of)
                                        .toList());
                controller.getDirsList().forEach(group -> add(controller, names, "", group, 0));
            }
        }

        /// Messages do not nest deeper than the reader of messages allows.
        private void add(
                CgControllerEntry controller,
                String names,
                String above,
                CgroupDirEntry group,
                int depth) {
            // The root of a controller has no name; what is below it starts with one slash, too.
            var path =
                    (above.equals("/") ? "" : above)
                            + "/"
                            + EvidenceText.of(group.getDirNameBytes());
            var at = next(depth);
            gathering.add(
                    new Cgroup(
                            names,
                            path,
                            controller.getIsThreaded(),
                            group.hasDirPerms()
                                    ? Optional.of(permissions(group.getDirPerms()))
                                    : Optional.empty(),
                            settings(group),
                            at),
                    at);
            group.getChildrenList()
                    .forEach(child -> add(controller, names, path, child, depth + 1));
        }

        private Location next(int depth) {
            while (places.size() <= depth) {
                places.add(entry.places(path(places.size())));
                told.add(0);
            }
            var index = told.get(depth);
            told.set(depth, index + 1);
            return places.get(depth).at(index);
        }

        private static int[] path(int depth) {
            var path = new int[depth + 2];
            Arrays.fill(path, CgroupDirEntry.CHILDREN_FIELD_NUMBER);
            path[0] = CgroupEntry.CONTROLLERS_FIELD_NUMBER;
            path[1] = CgControllerEntry.DIRS_FIELD_NUMBER;
            return path;
        }

        private static List<Cgroup.Setting> settings(CgroupDirEntry group) {
            return group.getPropertiesList().stream()
                    .map(
                            property ->
                                    new Cgroup.Setting(
                                            EvidenceText.of(property.getNameBytes()),
                                            EvidenceText.of(property.getValueBytes()),
                                            property.hasPerms()
                                                    ? Optional.of(permissions(property.getPerms()))
                                                    : Optional.empty()))
                    .toList();
        }

        private static Cgroup.Permissions permissions(CgroupPerms permissions) {
            return new Cgroup.Permissions(
                    permissions.getMode(),
                    Integer.toUnsignedLong(permissions.getUid()),
                    Integer.toUnsignedLong(permissions.getGid()));
        }
    }
}
