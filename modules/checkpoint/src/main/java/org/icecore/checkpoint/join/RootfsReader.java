package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;
import org.icecore.evidence.TarIndex;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Lists what the engine exported of the root file system: `rootfs-diff.tar` and `deleted.files`.
record RootfsReader(Archive archive, Consumer<Defect> defects) {

    private static final String DIFF = "rootfs-diff.tar";
    private static final String DELETED = "deleted.files";
    /// A list of paths; engines write some kilobytes.
    private static final long LARGEST_LIST = 64L << 20;

    Observed<List<RootfsChange>> read(Progress progress) {
        var changes = new ArrayList<RootfsChange>();
        var places = new ArrayList<Location>();
        written(changes, places, progress);
        deleted(changes, places);
        return places.isEmpty()
                ? Observed.notCaptured(
                        "neither %s nor %s is in the archive: nothing was added or deleted, or it was "
                                        .formatted(DIFF, DELETED)
                                + "exported without the root file system")
                : Observed.present(List.copyOf(changes), places.getFirst());
    }

    private void written(List<RootfsChange> changes, List<Location> places, Progress progress) {
        archive.find(DIFF)
                .ifPresent(
                        member -> {
                            try {
                                var source = archive.open(member);
                                var index = TarIndex.of(source, progress);
                                places.add(source.locate(new ByteRange(0, source.size())));
                                index.defects().forEach(defects);
                                index.members()
                                        .forEach(
                                                entry ->
                                                        changes.add(
                                                                new RootfsChange(
                                                                        absolute(entry.name()),
                                                                        RootfsChange.Kind.WRITTEN,
                                                                        Optional.of(entry))));
                            } catch (EvidenceException e) {
                                defects.accept(Defect.of(e));
                            }
                        });
    }

    private void deleted(List<RootfsChange> changes, List<Location> places) {
        archive.find(DELETED)
                .ifPresent(
                        member -> {
                            try {
                                var source = archive.open(member);
                                var place = source.locate(new ByteRange(0, source.size()));
                                if (source.size() > LARGEST_LIST) {
                                    throw new EvidenceException(
                                            place, "too long for a list of deleted paths");
                                }
                                var paths =
                                        JsonMapper.builder()
                                                .build()
                                                .readTree(
                                                        source.bytes(
                                                                0, Math.toIntExact(source.size())));
                                places.add(place);
                                paths.forEach(
                                        path ->
                                                changes.add(
                                                        new RootfsChange(
                                                                absolute(path.asString("")),
                                                                RootfsChange.Kind.DELETED,
                                                                Optional.empty())));
                            } catch (EvidenceException e) {
                                defects.accept(Defect.of(e));
                            } catch (JacksonException e) {
                                defects.accept(
                                        new Defect(
                                                new Location(
                                                        DELETED, new ByteRange(0, member.size())),
                                                "not JSON: " + e.getOriginalMessage()));
                            }
                        });
    }

    private static String absolute(String name) {
        var plain = name.startsWith("./") ? name.substring(2) : name;
        return plain.startsWith("/") ? plain : "/" + plain;
    }
}
