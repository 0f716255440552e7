package org.icecore.checkpoint.layout;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A blob of an image layout, as a descriptor names it (OCI image specification 1.1, descriptor.md and image-layout.md).
///
/// @param mediaType as the descriptor says
/// @param member empty if the layout has no such blob
record OciBlob(
        String mediaType, Optional<Member> member, SequencedMap<String, String> annotations) {

    private static final Pattern DIGEST = Pattern.compile("([a-z0-9]{1,20}):([0-9a-f]{32,128})");

    /// @param directory of the layout
    static OciBlob of(Archive archive, String directory, JsonNode descriptor) {
        var digest = DIGEST.matcher(descriptor.path("digest").asString(""));
        return new OciBlob(
                descriptor.path("mediaType").asString(""),
                digest.matches()
                        ? new Links(archive)
                                .file(
                                        "%sblobs/%s/%s"
                                                .formatted(
                                                        directory,
                                                        digest.group(1),
                                                        digest.group(2)))
                        : Optional.empty(),
                texts(descriptor.path("annotations")));
    }

    /// The blob as JSON; an empty object if it is none, or is not there.
    JsonNode json(Archive archive, java.util.function.Consumer<Defect> defects) {
        return member.map(blob -> json(archive, blob, defects))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    static JsonNode json(
            Archive archive, Member member, java.util.function.Consumer<Defect> defects) {
        try {
            return new EngineJson(archive.open(member)).tree(defects);
        } catch (EvidenceException e) {
            defects.accept(Defect.of(e));
            return JsonNodeFactory.instance.objectNode();
        }
    }

    static SequencedMap<String, String> texts(JsonNode node) {
        var texts = new LinkedHashMap<String, String>();
        node.properties()
                .forEach(
                        property -> texts.put(property.getKey(), property.getValue().asString("")));
        return texts;
    }
}
