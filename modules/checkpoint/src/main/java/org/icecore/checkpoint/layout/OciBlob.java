package org.icecore.checkpoint.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A blob of an image layout, as a descriptor names it (OCI image specification 1.1, descriptor.md and image-layout.md).
///
/// @param mediaType as the descriptor says
/// @param digest as the descriptor says, whether it is one or not
/// @param kept whether the layout is to have it; what a descriptor holds itself, or says to lie elsewhere, need not be there
/// @param member empty if the layout has no such blob
record OciBlob(
        String mediaType,
        String digest,
        boolean kept,
        Optional<Member> member,
        SequencedMap<String, String> annotations) {

    private static final int LONGEST_SHOWN = 90;

    private static final Pattern DIGEST = Pattern.compile("([a-z0-9]{1,20}):([0-9a-f]{32,128})");

    /// @param directory of the layout
    static OciBlob of(Archive archive, String directory, JsonNode descriptor) {
        var written = descriptor.path("digest").asString("");
        var digest = DIGEST.matcher(written);
        return new OciBlob(
                descriptor.path("mediaType").asString(""),
                written,
                !descriptor.isMissingNode()
                        && !descriptor.has("data")
                        && descriptor.path("urls").isEmpty(),
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

    boolean isMissing() {
        return kept && member.isEmpty();
    }

    /// Says of what is missing of several blobs, if anything is.
    ///
    /// @param part what they are, e.g. `layer`
    static Optional<String> missing(String part, List<OciBlob> blobs) {
        var missing = blobs.stream().filter(OciBlob::isMissing).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        var first = missing.getFirst();
        var shown =
                first.digest
                        .substring(0, Math.min(LONGEST_SHOWN, first.digest.length()))
                        .replaceAll("\\p{Cntrl}", "?");
        var named = "names the %s \"%s\", ".formatted(part, shown);
        var others =
                missing.size() == 1 ? "" : "; so it is with %,d more".formatted(missing.size() - 1);
        return Optional.of(
                named
                        + (DIGEST.matcher(first.digest).matches()
                                ? "which is not in the image"
                                : "which is no digest of a blob")
                        + others);
    }

    /// A member as JSON; an empty object if it is none.
    static JsonNode json(Archive archive, Member member, Consumer<Defect> defects) {
        try {
            return new EngineJson(archive.open(member)).tree(defects);
        } catch (EvidenceException e) {
            defects.accept(Defect.of(e));
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /// A defect of a whole member.
    static Defect defect(Archive archive, Member member, String text, Defect.Kind kind) {
        try {
            var content = archive.beginning(member);
            return new Defect(content.locate(new ByteRange(0, content.size())), text, kind);
        } catch (EvidenceException e) {
            return new Defect(e.at(), text, kind);
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
