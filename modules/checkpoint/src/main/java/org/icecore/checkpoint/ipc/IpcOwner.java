package org.icecore.checkpoint.ipc;

/// Who owns a System V object and how it is found; `ipc_desc_entry`.
///
/// @param namespace CRIU's id of the IPC namespace
/// @param id unique among objects of one kind in the namespace
/// @param key by which tasks find it; 0 is IPC_PRIVATE
/// @param uid user who owns it
/// @param gid group that owns it
/// @param creatorUid user who made it, and keeps rights after a change of owner
/// @param creatorGid group that made it
/// @param mode permission bits
public record IpcOwner(
        long namespace,
        long id,
        int key,
        long uid,
        long gid,
        long creatorUid,
        long creatorGid,
        int mode) {

    /// As `ls` writes permissions, without a file type: `rw-r-----`.
    public String permissions() {
        var text = new StringBuilder();
        for (var bit = 8; bit >= 0; bit--) {
            text.append((mode >>> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return text.toString();
    }
}
