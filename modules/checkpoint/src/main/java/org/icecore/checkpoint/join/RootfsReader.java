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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Lists what the engine exported of the root file system: `rootfs-diff.tar` and `deleted.files`.
record RootfsReader(Archive archive, Consumer<Defect> defects) {

    private static final String DIFF = "rootfs-diff.tar";
    private static final String DELETED = "deleted.files";
    /// A removed directory is listed once, without its children: engines write some hundreds.
    private static final int MOST_PATHS = 200_000;

    Observed<List<RootfsChange>> read(Progress progress) {
        var changes = new ArrayList<RootfsChange>();
        var places = new ArrayList<Location>();
        written(changes, places, progress);
        deleted(changes, places);
        return places.isEmpty()
                ? Observed.notCaptured(absence())
                : Observed.present(List.copyOf(changes), places.getFirst());
    }

    /// Of a damaged archive nobody knows what the engine exported.
    private String absence() {
        return archive.defects().isEmpty()
                ? "neither %s nor %s is in the archive: nothing was added or deleted, or it was "
                                .formatted(DIFF, DELETED)
                        + "exported without the root file system"
                : "neither %s nor %s is in what can be read of the archive: since the archive is damaged, they may be lost"
                        .formatted(DIFF, DELETED);
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
                                var json = new EngineJson(archive.open(member));
                                places.add(json.whole());
                                json.tokens(parser -> deleted(changes, parser, json.whole()));
                            } catch (EvidenceException e) {
                                defects.accept(Defect.of(e));
                            }
                        });
    }

    /// The paths up to the first thing that is none; what follows it is told as a defect.
    private void deleted(List<RootfsChange> changes, JsonParser parser, Location place)
            throws EvidenceException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new EvidenceException(place, "not a list of deleted paths");
        }
        var count = 0;
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            if (count == MOST_PATHS) {
                throw new EvidenceException(
                        place, "only the first %d deleted paths are listed".formatted(count));
            }
            count++;
            changes.add(
                    new RootfsChange(
                            absolute(parser.getString()),
                            RootfsChange.Kind.DELETED,
                            Optional.empty()));
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new EvidenceException(
                    place,
                    "entry %d of the list of deleted paths is no path; only those before are listed"
                            .formatted(count));
        }
    }

    private static String absolute(String name) {
        var plain = name.startsWith("./") ? name.substring(2) : name;
        return plain.startsWith("/") ? plain : "/" + plain;
    }
}
