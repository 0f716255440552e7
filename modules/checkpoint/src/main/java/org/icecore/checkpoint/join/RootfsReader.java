package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Engine;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.checkpoint.layout.Documents;
import org.icecore.checkpoint.layout.EngineJson;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Compression;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Loss;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;
import org.icecore.evidence.Progress;
import org.icecore.evidence.TarIndex;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Lists what the engine exported of the root file system: `rootfs-diff.tar` and `deleted.files`, or a layer of an image,
/// which is compressed as a rule and marks what was deleted by members of its own.
record RootfsReader(Archive archive, Arrangement arrangement, Consumer<Defect> defects) {

    private static final String DIFF = Documents.ROOTFS_DIFF;
    private static final String DELETED = Documents.DELETED_FILES;
    private static final String NO_EXPORT =
            "a folder of images has no export of the root file system: only engines make one";
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
        var told =
                switch (arrangement.layout().form()) {
                    case RUNTIME, DOCKER, LXC, CRIU -> Optional.of(NO_EXPORT);
                    case PODMAN,
                            PODMAN_PRE_CHECKPOINT,
                            CRIO,
                            CONTAINERD,
                            CONTAINERD_INDEX,
                            EXPORT ->
                            Optional.<String>empty();
                };
        return told.orElseGet(this::withoutExport);
    }

    private String withoutExport() {
        return archive.loss() == Loss.NONE
                ? "neither %s nor %s is in the archive: nothing was added or deleted, or it was "
                                .formatted(DIFF, DELETED)
                        + "exported without the root file system"
                : archive.loss()
                        .explain("neither %s nor %s is in the archive".formatted(DIFF, DELETED));
    }

    private void written(List<RootfsChange> changes, List<Location> places, Progress progress) {
        try {
            var export = arrangement.documents().member(archive, DIFF);
            if (export.isEmpty()) {
                arrangement.documents().instead(archive, DIFF).map(Defect::of).ifPresent(defects);
                return;
            }
            var diff = archive.beginning(export.get());
            var whole = diff.locate(new ByteRange(0, diff.size()));
            if (Compression.of(diff) != Compression.NONE) {
                places.add(whole);
                unpacked(whole.member(), changes);
                return;
            }
            var index = TarIndex.of(diff, progress);
            places.add(whole);
            index.defects().forEach(defects);
            var layer = new LayerEntries(isLayer());
            for (var entry : index.members()) {
                changes.add(layer.change(entry.name(), entry, diff.locate(within(diff, entry))));
            }
        } catch (EvidenceException e) {
            defects.accept(Defect.of(e));
        }
    }

    /// What was compressed is open as a part of the archive.
    private void unpacked(String packed, List<RootfsChange> changes) {
        var layer = new LayerEntries(true);
        var way = packed + MemberPath.INTO;
        for (var entry : archive.members()) {
            if (entry.name().startsWith(way)) {
                var at =
                        new Location(
                                packed + " (unpacked)",
                                isCut(entry) ? entry.header() : entry.whole());
                changes.add(layer.change(entry.name().substring(way.length()), entry, at));
            }
        }
    }

    /// The content of the last entry may be cut off.
    private static ByteRange within(ByteSource diff, Member entry) {
        return entry.whole().end() <= diff.size() ? entry.whole() : entry.header();
    }

    private boolean isCut(Member entry) {
        try {
            return entry.type() == Member.Type.FILE
                    && archive.beginning(entry).size() < entry.size();
        } catch (EvidenceException _) {
            return true;
        }
    }

    /// containerd exports layers, whatever their name; the others write whiteouts nowhere.
    private boolean isLayer() {
        return arrangement.layout().form().engine() == Engine.CONTAINERD;
    }

    private void deleted(List<RootfsChange> changes, List<Location> places) {
        try {
            var source = arrangement.documents().open(archive, DELETED);
            if (source.isPresent()) {
                var json = new EngineJson(source.get());
                places.add(json.whole());
                json.tokens(parser -> deleted(changes, parser, json));
            }
        } catch (EvidenceException e) {
            defects.accept(Defect.of(e));
        }
    }

    /// All that are paths; what is none is told as a defect, the first of it with its place.
    private void deleted(List<RootfsChange> changes, JsonParser parser, EngineJson json)
            throws EvidenceException {
        var place = json.whole();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new EvidenceException(place, "not a list of deleted paths");
        }
        var wrong = new ArrayList<Location>();
        var count = 0;
        for (var next = parser.nextToken();
                next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            if (count == MOST_PATHS) {
                told(wrong);
                throw new EvidenceException(
                        place, "only the first %d deleted paths are listed".formatted(count));
            }
            count++;
            if (next != JsonToken.VALUE_STRING) {
                wrong.add(json.at(parser));
                parser.skipChildren();
            } else {
                var path = LayerEntries.absolute(parser.getString());
                changes.add(
                        new RootfsChange(
                                path,
                                RootfsChange.Kind.DELETED,
                                Optional.empty(),
                                json.at(parser)));
            }
        }
        told(wrong);
    }

    private void told(List<Location> wrong) {
        if (!wrong.isEmpty()) {
            defects.accept(
                    new Defect(
                            wrong.getFirst(),
                            wrong.size() == 1
                                    ? "an entry of the list of deleted paths is no path; left out"
                                    : "%d entries of the list of deleted paths, of which this is the first, are no paths; left out"
                                            .formatted(wrong.size())));
        }
    }
}
