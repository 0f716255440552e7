package org.icecore.checkpoint.join;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.IpcShmEntry;

/// Keys of System V shared memory segments by their ids; the kernel names a mapping after the key.
final class SharedMemoryKeys {

    private final Map<Long, Integer> keys = new HashMap<>();

    SharedMemoryKeys(ImageSet images) {
        for (ImageName name : images.names()) {
            if (name.kind() == ImageKind.IPCNS_SHM) {
                images.read(name)
                        .ifPresent(
                                image ->
                                        image.messages(IpcShmEntry.class)
                                                .forEach(
                                                        segment ->
                                                                keys.putIfAbsent(
                                                                        Integer.toUnsignedLong(
                                                                                segment.getDesc()
                                                                                        .getId()),
                                                                        segment.getDesc()
                                                                                .getKey())));
            }
        }
    }

    Optional<Integer> key(long id) {
        return Optional.ofNullable(keys.get(id));
    }
}
