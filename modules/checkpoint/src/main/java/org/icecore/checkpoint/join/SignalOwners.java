package org.icecore.checkpoint.join;

import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.icecore.checkpoint.file.SignalOwner;
import org.icecore.criu.proto.FileEntry;
import org.icecore.criu.proto.FownEntry;

/// Who gets the signals of open files, of whatever kind these are. Hardly a file has an owner, so they are kept apart.
final class SignalOwners {

    private final Map<Long, SignalOwner> owners = new HashMap<>();

    /// Notes the owner that an entry of an open file tells; of two entries with one id the first.
    void note(FileEntry entry) {
        for (var part : entry.getAllFields().values()) {
            if (part instanceof Message message) {
                var field = message.getDescriptorForType().findFieldByName("fown");
                if (field != null && message.getField(field) instanceof FownEntry owner) {
                    owner(owner).ifPresent(one -> owners.putIfAbsent(key(entry.getId()), one));
                }
            }
        }
    }

    /// The owner of the file with that id.
    Optional<SignalOwner> of(int id) {
        return Optional.ofNullable(owners.get(key(id)));
    }

    private static long key(int id) {
        return Integer.toUnsignedLong(id);
    }

    /// Without a pid the other fields say nothing.
    private static Optional<SignalOwner> owner(FownEntry owner) {
        return owner.getPid() == 0
                ? Optional.empty()
                : Optional.of(
                        new SignalOwner(
                                SignalOwner.Kind.of(owner.getPidType()),
                                owner.getPid(),
                                owner.getSignum(),
                                Integer.toUnsignedLong(owner.getUid()),
                                Integer.toUnsignedLong(owner.getEuid())));
    }
}
