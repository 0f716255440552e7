package org.icecore.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicLong;

/// What may still be unpacked of one piece of evidence, all that is nested in it together.
final class UnpackingBudget {

    private final Unpacking unpacking;
    private final AtomicLong spent = new AtomicLong();
    private long room = -1;

    UnpackingBudget(Unpacking unpacking) {
        this.unpacking = unpacking;
    }

    Unpacking unpacking() {
        return unpacking;
    }

    /// Whether so many more bytes may be unpacked.
    boolean holds(long bytes) {
        return bytes <= unpacking.limit() - spent.get();
    }

    /// Notes that `packed` yielded so many more bytes.
    ///
    /// @throws EvidenceException if that is more than the limit, or than there is room for
    void spend(long bytes, ByteSource packed) throws IOException, EvidenceException {
        var whole = packed.locate(new ByteRange(0, packed.size()));
        if (spent.addAndGet(bytes) > unpacking.limit()) {
            throw new UnpackingLimitException(whole, packed.size(), unpacking.limit());
        }
        if (spent.get() > room()) {
            throw new EvidenceException(
                    whole,
                    "unpacks to more than the %d bytes that there is room for in %s"
                            .formatted(room, unpacking.folder()));
        }
    }

    /// Takes back what was spent on a copy that is closed.
    void refund(long bytes) {
        spent.addAndGet(-bytes);
    }

    private synchronized long room() throws IOException {
        if (room < 0) {
            room = Files.getFileStore(unpacking.folder()).getUsableSpace() / 10 * 9;
        }
        return room;
    }
}
