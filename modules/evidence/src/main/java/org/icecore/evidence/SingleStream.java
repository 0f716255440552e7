package org.icecore.evidence;

import java.io.IOException;
import java.io.InputStream;

/// A compression behind whose end nothing follows.
///
/// @param opening begins to unpack it
record SingleStream(String title, Opening opening) implements StreamSource {

    /// Begins to unpack one stream.
    @FunctionalInterface
    interface Opening {
        InputStream open(InputStream packed) throws IOException;
    }

    @Override
    public InputStream open(InputStream packed) throws IOException {
        return opening.open(packed);
    }

    @Override
    public boolean begins(byte[] first) {
        return false;
    }

    @Override
    public boolean mayPad() {
        return false;
    }
}
