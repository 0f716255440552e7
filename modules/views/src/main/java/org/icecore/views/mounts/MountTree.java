package org.icecore.views.mounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.views.result.Branches;

/// Puts mounts under those they are mounted on, within their namespace.
///
/// Hostile parents are no danger: a mount whose parent is missing stands at the top, and so do those of a cycle.
final class MountTree {
    /// Deeper mounts stand at the top: a tree on the screen is walked by recursion.
    private static final int DEEPEST = 100;

    private record Key(long namespace, int id) {}

    private MountTree() {}

    static Branches<Mount> of(List<Mount> mounts) {
        var byKey = new LinkedHashMap<Key, Mount>();
        mounts.forEach(mount -> byKey.putIfAbsent(new Key(mount.namespace(), mount.id()), mount));
        var roots = new ArrayList<Mount>();
        var children = new HashMap<Key, List<Mount>>();
        for (var mount : mounts) {
            var key = new Key(mount.namespace(), mount.id());
            if (byKey.get(key).equals(mount) && hangs(mount, byKey)) {
                children.computeIfAbsent(
                                new Key(mount.namespace(), mount.parent()), _ -> new ArrayList<>())
                        .add(mount);
            } else {
                roots.add(mount);
            }
        }
        return new Branches<>(
                roots,
                mount ->
                        byKey.get(new Key(mount.namespace(), mount.id())).equals(mount)
                                ? children.getOrDefault(
                                        new Key(mount.namespace(), mount.id()), List.of())
                                : List.of(),
                Branches.WIDE_OPEN);
    }

    /// Whether the way up ends at a mount without a parent, soon enough and without coming round.
    private static boolean hangs(Mount mount, Map<Key, Mount> byKey) {
        var seen = new HashSet<Key>();
        var at = mount;
        while (seen.add(new Key(at.namespace(), at.id())) && seen.size() <= DEEPEST) {
            var parent = byKey.get(new Key(at.namespace(), at.parent()));
            if (parent == null) {
                return seen.size() > 1;
            }
            at = parent;
        }
        return false;
    }
}
