package org.icecore.checkpoint.container;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The container, as the engine described it: `config.dump`, `spec.dump`, `network.status`.
///
/// What the engine did not write is empty.
///
/// @param id 64 hexadecimal digits, as a rule
/// @param image reference of the root file system's image
/// @param imageId digest or id of the image
/// @param runtime OCI runtime, e.g. `runc`
/// @param checkpointed when the engine says the checkpoint was taken
/// @param created when the container was created
/// @param pod name of the pod
/// @param podNamespace Kubernetes namespace of the pod
/// @param command what the specification has the first task run
/// @param annotations of the specification
public record Container(
        Optional<String> id,
        Optional<String> name,
        Optional<String> image,
        Optional<String> imageId,
        Engine engine,
        Optional<String> runtime,
        Optional<Instant> created,
        Optional<Instant> checkpointed,
        Optional<String> hostname,
        Optional<String> pod,
        Optional<String> podNamespace,
        Optional<Boolean> privileged,
        List<String> command,
        List<NetworkInterface> interfaces,
        List<OciMount> mounts,
        SequencedMap<String, String> annotations) {

    public Container {
        command = List.copyOf(command);
        interfaces = List.copyOf(interfaces);
        mounts = List.copyOf(mounts);
        annotations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(annotations));
    }

    /// The same in the pod that other documents name, where its own name none.
    public Container in(Pod other) {
        return new Container(
                id,
                name,
                image,
                imageId,
                engine,
                runtime,
                created,
                checkpointed,
                hostname,
                pod.or(() -> other.name().map(Pod.Told::text)),
                podNamespace.or(() -> other.namespace().map(Pod.Told::text)),
                privileged,
                command,
                interfaces,
                mounts,
                annotations);
    }

    /// The name, else the short id, else `unnamed container`.
    public String title() {
        return name.or(() -> id.map(Container::shortened)).orElse("unnamed container");
    }

    /// The first twelve digits of an id, as the engines print it.
    public static String shortened(String id) {
        return id.substring(0, Math.min(12, id.length()));
    }
}
