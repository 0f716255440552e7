package org.icecore.checkpoint.layout;

import org.icecore.checkpoint.container.Layout;

/// Where the parts of one checkpoint lie in an archive.
///
/// @param name tells it from others in the same archive: the way to it, empty for the top
/// @param images the directory with the images, as the names of its members begin; [#NO_IMAGES] if there are none
public record Arrangement(String name, Layout layout, String images, Documents documents) {

    /// Stands for a checkpoint without CRIU's part; no member's name begins so.
    public static final String NO_IMAGES = "\0";

    /// Whether there is a directory with images.
    public boolean hasImages() {
        return !images.equals(NO_IMAGES);
    }
}
