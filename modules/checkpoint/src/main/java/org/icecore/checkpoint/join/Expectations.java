package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.icecore.checkpoint.dump.ExpectedImages;
import org.icecore.checkpoint.dump.MissingImage;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Location;

/// Which images were asked for, and which of them are not there. Bounded, whatever the dump claims.
final class Expectations {

    private static final int MOST_MISSING = 1000;

    private final ImageSet images;
    private final Set<ImageName> asked = new HashSet<>();
    private final List<MissingImage> missing = new ArrayList<>();
    private long expected;
    private long missingCount;

    Expectations(ImageSet images) {
        this.images = images;
    }

    /// The dump should have the image of that kind with that number.
    ///
    /// @param because why
    /// @param at where that is said
    /// @param consequence what is unknown without it
    void expect(ImageKind kind, long id, String because, Location at, String consequence) {
        expect(ImageName.of(kind, id), because, at, consequence);
    }

    /// The same of an image by its name.
    void expect(ImageName name, String because, Location at, String consequence) {
        if (shared(name.kind()) && !first(name)) {
            return;
        }
        expected++;
        if (images.has(name)) {
            return;
        }
        missingCount++;
        if (missing.size() < MOST_MISSING) {
            missing.add(
                    new MissingImage(
                            images.directory() + name.fileName(),
                            because,
                            at,
                            images.absence(name),
                            consequence));
        }
    }

    /// Whether several things can speak of one image of that kind; the others are each asked for once.
    private static boolean shared(ImageKind kind) {
        return switch (kind) {
            case CORE, IDS, MM, PAGEMAP, FS -> false;
            default -> true;
        };
    }

    /// Whether this is the first time that the image is spoken of.
    boolean first(ImageName name) {
        return asked.add(name);
    }

    /// Whether the image was spoken of.
    boolean knows(ImageName name) {
        return asked.contains(name);
    }

    ExpectedImages done() {
        return new ExpectedImages(expected, missingCount, missing);
    }
}
