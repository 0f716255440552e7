package org.icecore.evidence;

/// The fields of a tar header block: first byte and length.
///
/// POSIX.1-2017, pax, "ustar Interchange Format"; the sparse fields are those of the GNU tar manual, "Basic Tar Format".
enum TarField {
    NAME(0, 100),
    MODE(100, 8),
    UID(108, 8),
    GID(116, 8),
    SIZE(124, 12),
    MODIFIED(136, 12),
    CHECKSUM(148, 8),
    TYPE(156, 1),
    LINK_TARGET(157, 100),
    MAGIC(257, 8),
    USER(265, 32),
    GROUP(297, 32),
    DEVICE_MAJOR(329, 8),
    DEVICE_MINOR(337, 8),
    PREFIX(345, 155),
    /// Shorter in the headers of Schilling's star, which end in `tar` and keep two times behind the prefix.
    STAR_PREFIX(345, 131),
    STAR_ACCESSED(476, 12),
    STAR_CHANGED(488, 12),
    STAR_TRAILER(508, 4),
    SPARSE_RUNS(386, 96),
    SPARSE_CONTINUES(482, 1),
    SPARSE_REAL_SIZE(483, 12);

    final int start;
    final int length;

    TarField(int start, int length) {
        this.start = start;
        this.length = length;
    }

    int end() {
        return start + length;
    }
}
