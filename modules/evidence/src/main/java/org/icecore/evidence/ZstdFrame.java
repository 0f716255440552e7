package org.icecore.evidence;

/// The magics of zstd: RFC 8878, section 3.1.
final class ZstdFrame {

    private static final int DATA = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;

    private ZstdFrame() {}

    /// Whether a frame, with data or to be skipped, begins at `at`; four bytes must lie there.
    static boolean begins(byte[] bytes, int at) {
        int magic =
                bytes[at] & 0xff
                        | (bytes[at + 1] & 0xff) << 8
                        | (bytes[at + 2] & 0xff) << 16
                        | (bytes[at + 3] & 0xff) << 24;
        return magic == DATA || (magic & 0xfffffff0) == SKIPPABLE;
    }
}
