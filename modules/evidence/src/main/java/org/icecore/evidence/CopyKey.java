package org.icecore.evidence;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/// The key of one working copy: made for it, kept in this process alone, and wiped when the copy is closed.
///
/// AES-256 in counter mode (NIST SP 800-38A, section 6.5): the counter is the number of the block in the file, so any
/// position can be read by itself, and since a key serves one file that is written once, no counter is used twice.
final class CopyKey implements SecretKey {

    /// What one call of the cipher is given. The JVM compiles the cipher after some thousand calls, which must come soon.
    static final int PIECE = 4096;

    private static final int BLOCK = 16;
    private static final int LENGTH = 32;
    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes = new byte[LENGTH];
    private transient volatile boolean wiped;

    CopyKey() {
        new SecureRandom().nextBytes(bytes);
    }

    /// A cipher that goes on from `position` of the file with its next byte; encrypting and decrypting are the same.
    Cipher at(long position) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            move(cipher, position);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform that we ship has AES", e);
        }
    }

    /// Sets a cipher of this key to another position.
    void move(Cipher cipher, long position) throws GeneralSecurityException {
        var counter = ByteBuffer.allocate(BLOCK).putLong(Long.BYTES, position / BLOCK).array();
        cipher.init(Cipher.DECRYPT_MODE, this, new IvParameterSpec(counter));
        int into = (int) (position % BLOCK);
        if (into > 0) {
            cipher.update(new byte[into]);
        }
    }

    @Override
    public String getAlgorithm() {
        return "AES";
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public byte[] getEncoded() {
        check();
        return bytes.clone();
    }

    /// @throws IllegalStateException if the key is wiped
    void check() {
        if (wiped) {
            throw new IllegalStateException("the key is wiped");
        }
    }

    @Override
    public void destroy() {
        wiped = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean isDestroyed() {
        return wiped;
    }
}
