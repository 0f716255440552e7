package org.icecore.analysis.content;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.NamespaceIds;

/// The kernel objects of a task by name: namespaces first, then what `clone` can share (`vm`, `files`, `fs`, `sighand`).
/// An id of 0 is none.
public final class KernelObjects {

    private static final Set<String> OF_CLONE = Set.of("vm", "files", "fs", "sighand");

    private KernelObjects() {}

    /// Ids by name, in that order.
    public static SequencedMap<String, Long> of(NamespaceIds ids) {
        var objects = new LinkedHashMap<String, Long>(ids.namespaces());
        objects.put("vm", ids.vm());
        objects.put("files", ids.files());
        objects.put("fs", ids.fs());
        objects.put("sighand", ids.signalHandlers());
        objects.values().removeIf(id -> id == 0);
        return objects;
    }

    /// Whether an object of that name is a namespace, and none of those that `clone` can share.
    public static boolean isNamespace(String kind) {
        return !OF_CLONE.contains(kind);
    }

    /// The id of one object, if the ids are there and hold it.
    public static Optional<Long> of(Observed<NamespaceIds> ids, String kind) {
        return ids.found().flatMap(found -> Optional.ofNullable(of(found).get(kind)));
    }
}
