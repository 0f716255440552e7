package org.icecore.checkpoint.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Member;
import tools.jackson.databind.JsonNode;

/// What the parts of container images are for. Their names are digests of their content: what changes is called otherwise.
///
/// Sources: as of [Images].
final class ImageParts {

    private static final int DEEPEST = 3;
    private static final int MOST = 1000;
    private static final String VENDOR = "application/vnd.";
    private static final String INDEX = VENDOR + "oci.image.index.";
    private static final String DOCKER_INDEX = VENDOR + "docker.distribution.manifest.list.";

    private final Archive archive;
    private final SequencedMap<String, String> roles = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private ImageParts(Archive archive) {
        this.archive = archive;
    }

    /// The parts of the images in an archive, by the names of their members: `image manifest`, `image config`, `image layer`,
    /// `image layer 2`.
    ///
    /// @param way what the names of the members begin with in the whole
    static SequencedMap<String, String> of(Archive archive, String way) {
        var parts = new ImageParts(archive);
        for (var member : archive.members()) {
            if (member.name().equals("oci-layout") || member.name().endsWith("/oci-layout")) {
                var directory =
                        member.name().substring(0, member.name().length() - "oci-layout".length());
                parts.put(member, "oci-layout");
                new Links(archive)
                        .file(directory + "index.json")
                        .ifPresent(
                                index -> {
                                    parts.put(index, "index.json");
                                    parts.index(directory, parts.json(index), 0);
                                });
            }
        }
        if (parts.roles.isEmpty()) {
            new Links(archive).file("manifest.json").ifPresent(parts::docker);
        }
        var named = new LinkedHashMap<String, String>();
        parts.roles.forEach((member, role) -> named.put(way + member, role));
        return named;
    }

    private void index(String directory, JsonNode index, int depth) {
        for (var descriptor : index.path("manifests")) {
            var blob = OciBlob.of(archive, directory, descriptor);
            if (blob.member().isEmpty() || roles.size() >= MOST) {
                continue;
            }
            var member = blob.member().get();
            if (roles.containsKey(member.name())) {
                // An index can name itself, or be named by all others: each is looked into once.
                continue;
            }
            var type = blob.mediaType();
            if (type.startsWith(INDEX) || type.startsWith(DOCKER_INDEX)) {
                put(member, "image index");
                if (depth < DEEPEST) {
                    index(directory, json(member), depth + 1);
                }
            } else if (type.contains(".manifest.")) {
                put(member, "image manifest");
                manifest(directory, json(member));
            } else {
                put(member, "image part " + part(type));
            }
        }
    }

    /// `application/vnd.containerd.container.criu.checkpoint.criu.tar` without what all of them begin with.
    private static String part(String mediaType) {
        return mediaType.startsWith(VENDOR) ? mediaType.substring(VENDOR.length()) : mediaType;
    }

    private void manifest(String directory, JsonNode manifest) {
        OciBlob.of(archive, directory, manifest.path("config"))
                .member()
                .ifPresent(config -> put(config, "image config"));
        for (var layer : manifest.path("layers")) {
            if (roles.size() < MOST) {
                OciBlob.of(archive, directory, layer)
                        .member()
                        .ifPresent(member -> put(member, "image layer"));
            }
        }
    }

    private void docker(Member manifest) {
        var images = json(manifest);
        if (!images.path(0).has("Layers")) {
            return;
        }
        put(manifest, "image manifest");
        for (var image : images) {
            var links = new Links(archive);
            links.file(image.path("Config").asString(""))
                    .ifPresent(config -> put(config, "image config"));
            for (var layer : image.path("Layers")) {
                if (roles.size() < MOST) {
                    links.file(layer.asString("")).ifPresent(member -> put(member, "image layer"));
                }
            }
        }
    }

    /// One blob can have several parts to play; the first is told.
    private void put(Member member, String role) {
        if (!roles.containsKey(member.name())) {
            int count = counts.merge(role, 1, Integer::sum);
            roles.put(member.name(), count == 1 ? role : role + " " + count);
        }
    }

    /// What is wrong with it is told by who reads it first.
    private JsonNode json(Member member) {
        return OciBlob.json(archive, member, _ -> {});
    }
}
