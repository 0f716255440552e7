package org.icecore.checkpoint.join;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.Engine;
import org.icecore.checkpoint.container.NetworkInterface;
import org.icecore.checkpoint.container.OciMount;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.checkpoint.layout.Documents;
import org.icecore.checkpoint.layout.EngineJson;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads what the engine wrote about the container.
///
/// Keys are those of Podman's `ContainerConfig`, CRI-O's and containerd's checkpoint metadata, and of the OCI runtime
/// specification; a key that is missing leaves its field empty.
final class ContainerReader {

    private final Archive archive;
    private final Documents documents;
    private final Engine writer;
    private final Consumer<Defect> defects;

    ContainerReader(Archive archive, Arrangement arrangement, Consumer<Defect> defects) {
        this.archive = archive;
        this.documents = arrangement.documents();
        this.writer = arrangement.layout().form().engine();
        this.defects = defects;
    }

    Container read() {
        var config = tree(Documents.CONFIG);
        var spec = tree(Documents.SPECIFICATION);
        var annotations = texts(spec.path("annotations"));
        documents.annotations().forEach(annotations::putIfAbsent);
        return new Container(
                text(config, "id"),
                text(config, "name")
                        .or(() -> annotation(annotations, "io.kubernetes.cri.container-name")),
                text(config, "rootfsImageName")
                        .or(() -> text(config, "RawImageName"))
                        .or(() -> text(config, "rootfsImage"))
                        .or(() -> indexed(annotations, "org.opencontainers.image.ref.name")),
                text(config, "rootfsImageID").or(() -> text(config, "rootfsImageRef")),
                engine(config, annotations),
                text(config, "runtime")
                        .or(() -> indexed(annotations, "io.containerd.checkpoint.runtime")),
                instant(config, "createdTime"),
                instant(config, "checkpointedTime"),
                text(spec, "hostname"),
                annotation(annotations, "io.kubernetes.pod.name")
                        .or(() -> annotation(annotations, "io.kubernetes.cri.sandbox-name"))
                        .or(() -> annotation(annotations, "org.criu.checkpoint.pod.name")),
                annotation(annotations, "io.kubernetes.pod.namespace")
                        .or(() -> annotation(annotations, "io.kubernetes.cri.sandbox-namespace"))
                        .or(() -> annotation(annotations, "org.criu.checkpoint.pod.namespace")),
                config.path("privileged").isBoolean()
                        ? Optional.of(config.path("privileged").booleanValue())
                        : Optional.empty(),
                strings(spec.path("process").path("args")),
                interfaces(tree(Documents.NETWORK)),
                mounts(spec.path("mounts")),
                annotations);
    }

    /// What containerd's index says of the container; elsewhere the key is about the image that holds the checkpoint.
    private Optional<String> indexed(Map<String, String> annotations, String key) {
        return documents.elsewhere().isEmpty() ? Optional.empty() : annotation(annotations, key);
    }

    private Engine engine(JsonNode config, Map<String, String> annotations) {
        var manager = annotations.getOrDefault("io.container.manager", "");
        if (manager.equals("libpod")) {
            return Engine.PODMAN;
        }
        if (manager.equals("cri-o")) {
            return Engine.CRIO;
        }
        if (annotations.keySet().stream().anyMatch(key -> key.startsWith("io.kubernetes.cri."))
                || text(config, "runtime")
                        .filter(name -> name.startsWith("io.containerd."))
                        .isPresent()) {
            return Engine.CONTAINERD;
        }
        // Only libpod's configuration names the image both ways.
        return config.has("rootfsImageID") && config.has("RawImageName") ? Engine.PODMAN : writer;
    }

    private static List<NetworkInterface> interfaces(JsonNode status) {
        var interfaces = new ArrayList<NetworkInterface>();
        status.properties()
                .forEach(
                        network ->
                                network.getValue()
                                        .path("interfaces")
                                        .properties()
                                        .forEach(
                                                one ->
                                                        interfaces.add(
                                                                networkInterface(
                                                                        network.getKey(),
                                                                        one.getKey(),
                                                                        one.getValue()))));
        if (status.isArray()) {
            status.forEach(result -> interfaces.addAll(cniResult(result)));
        }
        return interfaces;
    }

    private static NetworkInterface networkInterface(String network, String name, JsonNode node) {
        var addresses = new ArrayList<String>();
        var gateway = Optional.<String>empty();
        for (var subnet : node.path("subnets")) {
            text(subnet, "ipnet").ifPresent(addresses::add);
            gateway = gateway.or(() -> text(subnet, "gateway"));
        }
        return new NetworkInterface(network, name, addresses, gateway, text(node, "mac_address"));
    }

    /// Engines before Podman 4 wrote results of the Container Network Interface.
    private static List<NetworkInterface> cniResult(JsonNode result) {
        var interfaces = new ArrayList<NetworkInterface>();
        var index = 0;
        for (var node : result.path("interfaces")) {
            var addresses = new ArrayList<String>();
            var gateway = Optional.<String>empty();
            for (var ip : result.path("ips")) {
                if (ip.path("interface").asInt(-1) == index) {
                    text(ip, "address").ifPresent(addresses::add);
                    gateway = gateway.or(() -> text(ip, "gateway"));
                }
            }
            if (!addresses.isEmpty()) {
                interfaces.add(
                        new NetworkInterface(
                                text(result, "name").orElse(""),
                                text(node, "name").orElse("?"),
                                addresses,
                                gateway,
                                text(node, "mac")));
            }
            index++;
        }
        return interfaces;
    }

    private static List<OciMount> mounts(JsonNode nodes) {
        var mounts = new ArrayList<OciMount>();
        for (var node : nodes) {
            mounts.add(
                    new OciMount(
                            text(node, "destination").orElse("?"),
                            text(node, "type").orElse(""),
                            text(node, "source").orElse(""),
                            strings(node.path("options"))));
        }
        return mounts;
    }

    /// The tree of a JSON member; an empty one, and a defect where it is due, if there is none that can be read.
    private JsonNode tree(String name) {
        try {
            var document = documents.open(archive, name);
            if (document.isPresent()) {
                return new EngineJson(document.get()).tree(defects);
            }
        } catch (EvidenceException e) {
            defects.accept(Defect.of(e));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static Optional<String> text(JsonNode node, String key) {
        var value = node.path(key);
        return value.isString() && !value.stringValue().isEmpty()
                ? Optional.of(value.stringValue())
                : Optional.empty();
    }

    private static List<String> strings(JsonNode node) {
        var strings = new ArrayList<String>();
        node.forEach(value -> strings.add(value.asString("")));
        return strings;
    }

    private static SequencedMap<String, String> texts(JsonNode node) {
        var texts = new LinkedHashMap<String, String>();
        node.properties()
                .forEach(
                        property -> texts.put(property.getKey(), property.getValue().asString("")));
        return texts;
    }

    private static Optional<String> annotation(Map<String, String> annotations, String key) {
        return Optional.ofNullable(annotations.get(key)).filter(text -> !text.isEmpty());
    }

    /// Go's zero time, year 1, stands for "never".
    private static Optional<Instant> instant(JsonNode node, String key) {
        try {
            return text(node, key)
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .filter(instant -> instant.isAfter(Instant.EPOCH));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
