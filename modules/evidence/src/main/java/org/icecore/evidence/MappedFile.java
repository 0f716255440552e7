package org.icecore.evidence;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/// A file, mapped into memory for reading; the mapping lives as long as the arena.
///
/// @param name what the locations call it
record MappedFile(String name, MemorySegment mapping) implements ByteSource {

    static MappedFile of(String name, FileChannel channel, Arena arena) throws IOException {
        return new MappedFile(name, channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
    }

    @Override
    public long size() {
        return mapping.byteSize();
    }

    @Override
    public Location locate(ByteRange range) {
        return new Location(name, range);
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        Reach.check(this, position, target);
        try {
            MemorySegment.copy(mapping, position, target, 0, target.byteSize());
            settle();
        } catch (InternalError e) {
            // How the JVM reports SIGBUS: the page lies behind the end of a file that has become
            // shorter, or the disk
            // cannot deliver it.
            throw new EvidenceException(
                    Location.of(name, position, target.byteSize()),
                    "can no longer be read; the file was cut or its disk fails",
                    e);
        } catch (IllegalStateException e) {
            throw new EvidenceException(
                    Location.of(name, position, target.byteSize()),
                    "cannot be read, the archive is closed",
                    e);
        }
    }

    /// Makes the JVM deliver the error of a failed copy here.
    ///
    /// In compiled code a copy that hits a page which is not there goes on as if nothing were wrong, and the error comes
    /// when the thread next returns from native code, which may be far away and after wrong bytes were believed.
    /// This is the cheapest such call: some 35 ns.
    private void settle() {
        Thread.holdsLock(this);
    }
}
