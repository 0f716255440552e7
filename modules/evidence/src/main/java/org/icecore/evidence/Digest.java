package org.icecore.evidence;

import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 digest.
///
/// @param hex 64 lower-case hexadecimal digits
public record Digest(String hex) {

    private static final int CHUNK = 1 << 18;

    public Digest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    /// The digest of all bytes of `source`; `progress` counts them.
    ///
    /// @throws EvidenceException if the source cannot be read to its end
    public static Digest of(ByteSource source, Progress progress) throws EvidenceException {
        var digest = sha256();
        var chunk = new byte[(int) Math.min(source.size(), CHUNK)];
        long done = 0;
        progress.advance(done, source.size());
        while (done < source.size()) {
            int length = (int) Math.min(chunk.length, source.size() - done);
            source.read(done, MemorySegment.ofArray(chunk).asSlice(0, length));
            digest.update(chunk, 0, length);
            done += length;
            progress.advance(done, source.size());
        }
        return new Digest(HexFormat.of().formatHex(digest.digest()));
    }

    /// The digest of bytes that are at hand.
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
