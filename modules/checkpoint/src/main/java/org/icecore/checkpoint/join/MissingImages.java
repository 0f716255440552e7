package org.icecore.checkpoint.join;

import java.util.function.Consumer;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.dump.ExpectedImages;
import org.icecore.evidence.Defect;

/// Tells of images that are not there although others speak of them: what they held must not read as if it had never been.
record MissingImages(ExpectedImages images, Ancestry ancestry, Consumer<Defect> defects) {

    private static final int MOST = 100;

    void tell() {
        long told = 0;
        long left = images.missingCount();
        for (var image : images.missing()) {
            if (elsewhere(image.name())) {
                left--;
            } else if (told < MOST) {
                told++;
                defects.accept(
                        new Defect(
                                image.at(),
                                "%s (%s): %s"
                                        .formatted(
                                                image.absence(),
                                                image.because(),
                                                image.consequence())));
            }
        }
        if (left > told && told > 0) {
            defects.accept(
                    new Defect(
                            images.missing().getFirst().at(),
                            "%,d more images are not there although others speak of them; the acquisition lists them"
                                    .formatted(left - told)));
        }
    }

    /// Pages that a server kept are told of as a whole.
    private boolean elsewhere(String name) {
        return ancestry instanceof Ancestry.PagesMissing && name.contains("pagemap-");
    }
}
