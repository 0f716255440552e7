package org.icecore.checkpoint.join;

import java.util.Collections;
import java.util.LinkedHashMap;
import org.icecore.checkpoint.task.NamespaceIds;
import org.icecore.criu.proto.TaskKobjIdsEntry;

/// Which kernel objects a task uses, or CRIU itself, from their message.
final class KernelObjectIds {

    private static final String SUFFIX = "_ns_id";

    private KernelObjectIds() {}

    static NamespaceIds of(TaskKobjIdsEntry ids, Shared shared) {
        var namespaces = new LinkedHashMap<String, Long>();
        for (var field : ids.getDescriptorForType().getFields()) {
            if (field.getName().endsWith(SUFFIX) && ids.hasField(field)) {
                var kind = field.getName().substring(0, field.getName().length() - SUFFIX.length());
                namespaces.put(kind, Integer.toUnsignedLong((Integer) ids.getField(field)));
            }
        }
        return new NamespaceIds(
                Integer.toUnsignedLong(ids.getVmId()),
                Integer.toUnsignedLong(ids.getFilesId()),
                Integer.toUnsignedLong(ids.getFsId()),
                Integer.toUnsignedLong(ids.getSighandId()),
                shared.of(Collections.unmodifiableSequencedMap(namespaces)));
    }
}
