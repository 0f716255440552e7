package org.icecore.views.search;

import java.util.stream.Collectors;
import org.icecore.analysis.search.Hit;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;

/// A hit and where it was searched.
///
/// @param comm name of the task
record FoundHit(CheckpointId checkpoint, String comm, Hit hit) {

    ArtefactRef.OfMemory ref() {
        return new ArtefactRef.OfMemory(checkpoint, hit.pid(), hit.range());
    }

    VirtualAddress address() {
        return new VirtualAddress(hit.range().start());
    }

    String task() {
        return "%s %s".formatted(hit.pid(), comm);
    }

    String mapping() {
        return hit.mapping()
                .map(vma -> "%s %s".formatted(vma.protection(), vma.title()))
                .orElse("");
    }

    boolean executable() {
        return hit.mapping().filter(vma -> vma.protection().execute()).isPresent();
    }

    String context() {
        return hit.context().ascii();
    }

    String bytes() {
        return hit.context().hex();
    }

    String location() {
        return hit.at().map(Object::toString).orElse("");
    }

    String alsoAt() {
        return hit.alsoAt().stream().map(Hit.Place::toString).collect(Collectors.joining(", "));
    }
}
