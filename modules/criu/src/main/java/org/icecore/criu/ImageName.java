package org.icecore.criu;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// A file name that was recognised as that of an image.
///
/// @param kind which image it is
/// @param id the number in the name (a pid, a namespace id, ...), an unsigned 64-bit value; empty where there is none
public record ImageName(ImageKind kind, OptionalLong id) {

    /// The image that the last component of a path stands for; empty if CRIU gives that name to none.
    ///
    /// A name whose number CRIU could not have printed (leading zeros, out of range) is not recognised. `pages-1.img`
    /// is always [ImageKind#PAGES]. `PAGES-1.IMG` is the same image, copied by way of a file system that knows no lower case.
    public static Optional<ImageName> of(String fileName) {
        return fileName.endsWith(".IMG") && fileName.equals(fileName.toUpperCase(Locale.ROOT))
                ? written(fileName.toLowerCase(Locale.ROOT))
                : written(fileName);
    }

    private static Optional<ImageName> written(String fileName) {
        for (ImageKind kind : ImageKind.values()) {
            for (FileNamePattern pattern : kind.fileNames()) {
                if (pattern.matches(fileName)) {
                    return Optional.of(new ImageName(kind, pattern.id(fileName)));
                }
            }
        }
        return Optional.empty();
    }

    /// An image whose name has no number.
    public static ImageName of(ImageKind kind) {
        return new ImageName(kind, OptionalLong.empty());
    }

    /// The image of that kind with that number.
    public static ImageName of(ImageKind kind, long id) {
        return new ImageName(kind, OptionalLong.of(id));
    }

    /// The file name, as CRIU 4.2 writes it.
    public String fileName() {
        return kind.fileNames().getFirst().format(id.orElse(0));
    }
}
