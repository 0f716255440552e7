package org.icecore.evidence;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that is opened anew for each reading.
///
/// A folder can hold more files than the kernel lets a process map (65,530 as a rule), and the JVM does not survive the
/// one beyond.
///
/// @param name what the locations call it
/// @param archive ends with the archive
record SmallFile(Path path, String name, long size, Arena archive) implements ByteSource {

    @Override
    public Location locate(ByteRange range) {
        return new Location(name, range);
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        Reach.check(this, position, target);
        var at = Location.of(name, position, target.byteSize());
        if (!archive.scope().isAlive()) {
            throw new EvidenceException(at, "cannot be read, the archive is closed");
        }
        try (var channel =
                FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            var buffer = target.asByteBuffer();
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new EvidenceException(
                            at, "can no longer be read; the file was cut or its disk fails");
                }
            }
        } catch (ClosedByInterruptException e) {
            throw EvidenceFile.cancelled(e);
        } catch (IOException e) {
            throw EvidenceFile.failure(path, name, e);
        }
    }
}
