package org.icecore.criu;

/// The u32 values that an image of the current format (1.1) begins with.
public enum HeaderForm {
    /// No header: the file is raw content.
    NONE,
    /// The image's own magic and nothing else: `inventory.img` of every format.
    INVENTORY,
    /// [#COMMON_MAGIC], then the image's own magic.
    COMMON,
    /// [#SERVICE_MAGIC], then the image's own magic: files that CRIU writes about its work, not about tasks.
    SERVICE;

    /// First word of a [#COMMON] image.
    public static final int COMMON_MAGIC = 0x54564319;

    /// First word of a [#SERVICE] image.
    public static final int SERVICE_MAGIC = 0x55105940;
}
