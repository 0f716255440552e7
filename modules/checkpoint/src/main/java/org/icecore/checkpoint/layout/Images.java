package org.icecore.checkpoint.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.icecore.checkpoint.container.Layout;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;
import tools.jackson.databind.JsonNode;

/// Container images in an archive: the layers that a checkpoint may lie in, and what containerd's own index names.
///
/// Sources: OCI image specification 1.1, image-layout.md, image-index.md, manifest.md; Docker's image specification 1.2
/// (`manifest.json`); containerd `core/images/mediatypes.go`.
///
final class Images {

    private static final int DEEPEST = 3;
    private static final int MOST_IMAGES = 128;
    /// An index that is named by many others would be looked into for ever; and so would very many that are not.
    private static final int MOST_MANIFESTS = 1_000;
    /// What the kernel mounts over one another at most.
    private static final int MOST_LAYERS = 500;
    private static final String CONTAINERD = "application/vnd.containerd.container.";
    private static final String CRIU = CONTAINERD + "criu.checkpoint.criu.tar";
    private static final String SPECIFICATION = CONTAINERD + "checkpoint.config.v1+proto";
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

    private final Archive archive;
    private final Consumer<Defect> defects;
    private final Set<String> lookedInto = new HashSet<>();
    private boolean full;

    /// @param defects gets what is wrong with manifests
    Images(Archive archive, Consumer<Defect> defects) {
        this.archive = archive;
        this.defects = defects;
    }

    /// What an image names.
    sealed interface Found {

        /// An image that a checkpoint may lie in.
        ///
        /// @param layers the lowest first; not empty
        record Image(
                List<Member> layers,
                Layout.Packaging packaging,
                SequencedMap<String, String> annotations)
                implements Found {}

        /// The parts of a checkpoint by containerd.
        ///
        /// @param name of the index
        /// @param images a tar of images; not there if the checkpoint was not completed
        record Index(
                String name,
                Optional<Member> images,
                Optional<Member> specification,
                Optional<Member> layer,
                SequencedMap<String, String> annotations)
                implements Found {

            /// The parts that are there.
            List<Member> parts() {
                return Stream.of(images, specification, layer).flatMap(Optional::stream).toList();
            }
        }
    }

    List<Found> find() {
        var found = new ArrayList<Found>();
        for (var member : archive.members()) {
            if (member.name().equals("oci-layout") || member.name().endsWith("/oci-layout")) {
                var directory =
                        member.name().substring(0, member.name().length() - "oci-layout".length());
                new Links(archive)
                        .file(directory + "index.json")
                        .ifPresent(
                                index ->
                                        index(
                                                directory,
                                                index,
                                                OciBlob.json(archive, index, defects),
                                                new LinkedHashMap<>(),
                                                0,
                                                found));
            }
        }
        if (found.isEmpty()) {
            new Links(archive).file("manifest.json").ifPresent(manifest -> docker(manifest, found));
        }
        return found;
    }

    /// How what lies in a member is packed: as an image if it is a blob of one, whether a manifest names it or not.
    static Layout.Packaging packaging(Archive archive, Member member) {
        int blobs = ("/" + member.name()).lastIndexOf("/blobs/");
        return blobs >= 0
                        && archive.find(member.name().substring(0, blobs) + "oci-layout")
                                .isPresent()
                ? Layout.Packaging.OCI_IMAGE
                : Layout.Packaging.NONE;
    }

    private void index(
            String directory,
            Member member,
            JsonNode json,
            SequencedMap<String, String> inherited,
            int depth,
            List<Found> found) {
        var annotations = new LinkedHashMap<>(inherited);
        annotations.putAll(OciBlob.texts(json.path("annotations")));
        var blobs = new ArrayList<OciBlob>();
        json.path("manifests").forEach(one -> blobs.add(OciBlob.of(archive, directory, one)));
        // Of an image for several machines often one is saved, with the index of all.
        missing(
                member,
                "manifest",
                blobs,
                blobs.stream().allMatch(OciBlob::isMissing)
                        ? Defect.Kind.DAMAGED
                        : Defect.Kind.ODD);
        if (blobs.stream().anyMatch(blob -> blob.mediaType().startsWith(CONTAINERD))) {
            found.add(
                    new Found.Index(
                            member.name(),
                            first(blobs, CRIU),
                            first(blobs, SPECIFICATION),
                            first(blobs, LAYER),
                            annotations));
            return;
        }
        for (var blob : blobs) {
            if (found.size() < MOST_IMAGES && blob.member().filter(this::isNew).isPresent()) {
                var all = new LinkedHashMap<>(annotations);
                all.putAll(blob.annotations());
                verify(blob);
                var inner = OciBlob.json(archive, blob.member().get(), defects);
                if (inner.path("manifests").isMissingNode()) {
                    manifest(directory, blob.member().get(), inner, all, found);
                } else if (depth < DEEPEST) {
                    index(directory, blob.member().get(), inner, all, depth + 1, found);
                }
            }
        }
    }

    private void verify(OciBlob blob) {
        blob.member()
                .flatMap(member -> new BlobDigest(archive, Progress.unwatched()).check(member))
                .ifPresent(defects);
    }

    /// Whether a manifest is to be looked into: each is once, and no more of them than an archive of images has.
    private boolean isNew(Member manifest) {
        if (lookedInto.contains(manifest.name()) || full) {
            return false;
        }
        if (lookedInto.size() == MOST_MANIFESTS) {
            full = true;
            defects.accept(
                    OciBlob.defect(
                            archive,
                            manifest,
                            "more than %,d manifests of images; those from here on are not looked into"
                                    .formatted(MOST_MANIFESTS),
                            Defect.Kind.DAMAGED));
            return false;
        }
        return lookedInto.add(manifest.name());
    }

    private void missing(Member by, String part, List<OciBlob> blobs, Defect.Kind kind) {
        OciBlob.missing(part, blobs)
                .ifPresent(text -> defects.accept(OciBlob.defect(archive, by, text, kind)));
    }

    private static Optional<Member> first(List<OciBlob> blobs, String mediaType) {
        return blobs.stream()
                .filter(blob -> blob.mediaType().startsWith(mediaType))
                .flatMap(blob -> blob.member().stream())
                .findFirst();
    }

    private void manifest(
            String directory,
            Member member,
            JsonNode manifest,
            SequencedMap<String, String> inherited,
            List<Found> found) {
        var annotations = new LinkedHashMap<>(inherited);
        annotations.putAll(OciBlob.texts(manifest.path("annotations")));
        var blobs = new ArrayList<OciBlob>();
        for (var layer : manifest.path("layers")) {
            if (blobs.size() < MOST_LAYERS) {
                blobs.add(OciBlob.of(archive, directory, layer));
            }
        }
        var config = OciBlob.of(archive, directory, manifest.path("config"));
        missing(member, "config", List.of(config), Defect.Kind.DAMAGED);
        verify(config);
        missing(member, "layer", blobs, Defect.Kind.DAMAGED);
        var layers = blobs.stream().flatMap(blob -> blob.member().stream()).toList();
        if (layers.isEmpty()) {
            ClaimedCheckpoint.of(annotations)
                    .map(claimed -> claimed.broken(archive, member, "it has no layer"))
                    .ifPresent(defects);
        }
        add(layers, Layout.Packaging.OCI_IMAGE, annotations, found);
    }

    private static void add(
            List<Member> layers,
            Layout.Packaging packaging,
            SequencedMap<String, String> annotations,
            List<Found> found) {
        if (!layers.isEmpty() && found.size() < MOST_IMAGES) {
            found.add(new Found.Image(List.copyOf(layers), packaging, annotations));
        }
    }

    private void docker(Member manifest, List<Found> found) {
        for (var image : OciBlob.json(archive, manifest, defects)) {
            var layers = new ArrayList<Member>();
            for (var layer : image.path("Layers")) {
                if (layers.size() < MOST_LAYERS) {
                    new Links(archive).file(layer.asString("")).ifPresent(layers::add);
                }
            }
            if (layers.size() < image.path("Layers").size() && layers.size() < MOST_LAYERS) {
                defects.accept(
                        OciBlob.defect(
                                archive,
                                manifest,
                                "names %,d layers, of which %,d are in the image"
                                        .formatted(image.path("Layers").size(), layers.size()),
                                Defect.Kind.DAMAGED));
            }
            add(layers, Layout.Packaging.DOCKER_ARCHIVE, new LinkedHashMap<>(), found);
        }
    }
}
