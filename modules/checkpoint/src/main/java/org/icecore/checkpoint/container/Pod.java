package org.icecore.checkpoint.container;

import java.util.List;
import java.util.Optional;
import org.icecore.evidence.Location;

/// The pod of a container, as the documents of a checkpoint of a whole pod tell.
///
/// @param uid by which Kubernetes tells it from others of the same name
/// @param sandbox id of the sandbox that its containers share
/// @param containers that it lists, in the order of the list; empty where no document lists any
/// @param options what else the documents say, in their order
public record Pod(
        Optional<Told> name,
        Optional<Told> namespace,
        Optional<Told> uid,
        Optional<Told> sandbox,
        List<PodContainer> containers,
        List<Told> options) {

    public Pod {
        containers = List.copyOf(containers);
        options = List.copyOf(options);
    }

    /// One value of a document.
    ///
    /// @param key the way to it, e.g. `annotations.org.criu.checkpoint.engine.name`
    /// @param at the value itself
    public record Told(String key, String text, Location at) {}

    /// `namespace/name`, as far as they are known.
    public String title() {
        var called = name.map(Told::text).orElse("unnamed pod");
        return namespace.map(in -> in.text() + "/" + called).orElse(called);
    }

    /// Those of its containers of which so much was found.
    public List<PodContainer> containers(PodContainer.Presence presence) {
        return containers.stream().filter(container -> container.presence() == presence).toList();
    }
}
