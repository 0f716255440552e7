package org.icecore.checkpoint.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.icecore.checkpoint.container.Layout;
import org.icecore.evidence.Archive;

/// Where the parts of one checkpoint lie in an archive.
///
/// @param name tells it from others in the same archive: the way to it, empty for the top
/// @param images the directory with the images, as the names of its members begin; [#NO_IMAGES] if there are none
/// @param spread where the files of that directory lie, by their names in it, if they lie in several layers of an image; the
///     directory is then none of the archive's but of all layers together
public record Arrangement(
        String name,
        Layout layout,
        String images,
        Documents documents,
        SequencedMap<String, String> spread) {

    /// Stands for a checkpoint without CRIU's part; no member's name begins so.
    public static final String NO_IMAGES = "\0";

    public Arrangement {
        layout = new Layout(layout.form(), layout.packaging(), isDirectory(images));
        spread = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(spread));
    }

    /// One whose images lie in one directory, or that has none.
    public Arrangement(String name, Layout layout, String images, Documents documents) {
        this(name, layout, images, documents, new LinkedHashMap<>());
    }

    /// Whether there is a directory with images.
    public boolean hasImages() {
        return isDirectory(images);
    }

    private static boolean isDirectory(String images) {
        return !images.equals(NO_IMAGES);
    }

    /// `archive` with the directory of the images in it, if that is put together from several layers.
    public Archive over(Archive archive) {
        return spread.isEmpty() ? archive : new OverlaidArchive(archive, images, spread);
    }
}
