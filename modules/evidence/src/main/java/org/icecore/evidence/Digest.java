package org.icecore.evidence;

/// A SHA-256 digest.
///
/// @param hex 64 lower-case hexadecimal digits
public record Digest(String hex) {

    public Digest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    /// First and last digits, for a place where all 64 have no room: `2a5f…91c0`.
    public String abbreviated() {
        return hex.substring(0, 4) + "…" + hex.substring(60);
    }

    @Override
    public String toString() {
        return hex;
    }
}
