package org.icecore.checkpoint.join;

import java.nio.file.Files;
import java.nio.file.Path;
import org.icecore.checkpoint.image.Image;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.UnpackingLimitException;

/// One image of a dump where a checkpoint was asked for, as those give it who are used to tools for single images.
///
/// @param path of what is no archive
record LoneImage(Path path) {

    /// That there is an image, in place of `refusal`, which says that there is no archive; `refusal` if there is none.
    EvidenceException told(EvidenceException refusal) {
        if (refusal instanceof UnpackingLimitException || !Files.isRegularFile(path)) {
            return refusal;
        }
        try (var alone = Archive.ofFile(path)) {
            var member = alone.members().getFirst();
            return Image.recognise(member.name(), alone.open(member))
                    .map(image -> told(refusal, image))
                    .orElse(refusal);
        } catch (EvidenceException _) {
            return refusal;
        }
    }

    private static EvidenceException told(EvidenceException refusal, Image image) {
        return new EvidenceException(
                refusal.at(),
                "one image of CRIU (%s), not a checkpoint: open the folder or the archive that it is from; \"icecore decode\" shows it by itself"
                        .formatted(image.kind()),
                refusal);
    }
}
