package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.Pod;
import org.icecore.checkpoint.container.PodContainer;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.checkpoint.layout.EngineJson;
import org.icecore.checkpoint.layout.JsonScalars;
import org.icecore.checkpoint.layout.JsonScalars.Scalar;
import org.icecore.checkpoint.layout.PodDocuments;
import org.icecore.checkpoint.layout.Sightings;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// Reads what the documents of a pod's checkpoint say of the pod that a container lies in.
///
/// Keys: see [PodDocuments]; the annotations are those of checkpointctl `lib/annotations.go`.
final class PodReader {

    private static final String ANNOTATION = "org.criu.checkpoint.pod.";
    private static final String CONTAINERS = "containers";

    private final Archive archive;
    private final PodDocuments documents;
    private final PodSiblings siblings;
    private final Container container;
    private final Consumer<Defect> defects;
    private final SequencedMap<String, Pod.Told> identity = new LinkedHashMap<>();
    private final List<PodContainer> containers = new ArrayList<>();
    private final List<Pod.Told> options = new ArrayList<>();

    PodReader(
            Archive archive,
            Arrangement arrangement,
            Sightings sightings,
            Container container,
            Consumer<Defect> defects) {
        this.archive = archive;
        this.documents = new PodDocuments(archive, arrangement.documents().directory());
        this.siblings = new PodSiblings(archive, arrangement.name(), sightings, container);
        this.container = container;
        this.defects = defects;
    }

    /// The pod; absent where no document of one lies around the container.
    Observed<Pod> read() {
        var first = Optional.<Location>empty();
        var broken = Optional.<EvidenceException>empty();
        for (var document : documents.find()) {
            try {
                var json = new EngineJson(archive.open(document.member()));
                var scalars = JsonScalars.of(json);
                scalars.defects().forEach(defects);
                if (take(document, scalars.all())) {
                    first = first.or(() -> Optional.of(json.whole()));
                }
            } catch (EvidenceException e) {
                defects.accept(Defect.of(e));
                broken = broken.or(() -> Optional.of(e));
            }
        }
        if (first.isEmpty()) {
            return broken.<Observed<Pod>>map(Observed::malformed)
                    .orElseGet(() -> Observed.notCaptured(archive.loss().explain(absence())));
        }
        var pod =
                new Pod(
                        told("name"),
                        told("namespace"),
                        told("uid"),
                        told("sandbox"),
                        containers,
                        options);
        tellMissing(pod);
        return Observed.present(pod, first.get());
    }

    private static String absence() {
        return "no document of a whole pod's checkpoint lies around the container (%s, %s, %s, %s or %s)"
                .formatted(
                        PodDocuments.OPTIONS,
                        PodDocuments.DUMP,
                        PodDocuments.MANIFEST,
                        PodDocuments.CONFIGURATION,
                        PodDocuments.PODS);
    }

    /// @return whether it says something of the pod
    private boolean take(PodDocuments.Document document, List<Scalar> scalars) {
        switch (document.name()) {
            case PodDocuments.DUMP, PodDocuments.CONFIGURATION -> configuration(scalars);
            case PodDocuments.PODS -> {
                return ofSeveral(document, scalars);
            }
            default -> manifest(document, scalars);
        }
        return true;
    }

    private void configuration(List<Scalar> scalars) {
        for (var scalar : scalars) {
            var key = scalar.key();
            if (key.startsWith("metadata.")) {
                known(key.substring("metadata.".length()), scalar);
            }
            option(scalar);
        }
    }

    private void manifest(PodDocuments.Document document, List<Scalar> scalars) {
        var listed = new LinkedHashMap<String, Entry>();
        for (var scalar : scalars) {
            var path = scalar.path();
            if (path.getFirst().equals(CONTAINERS) && path.size() > 1) {
                listed(listed.computeIfAbsent(path.get(1), _ -> new Entry()), path, scalar);
            } else {
                if (path.size() == 2 && path.getFirst().equals("annotations")) {
                    annotation(path.get(1), scalar);
                } else if (path.equals(List.of("sandboxId"))) {
                    known("sandbox", scalar);
                }
                option(scalar);
            }
        }
        place(document.top(), listed);
    }

    /// `containers` is a list of folders, an object of folders by name, or a list of objects, by the age of the engine.
    private void listed(Entry entry, List<String> path, Scalar scalar) {
        if (path.size() == 2) {
            var key = path.get(1);
            entry.put("name", key.startsWith("[") ? scalar : named(key, scalar));
            entry.put("archive", scalar);
        } else if (path.size() == 3) {
            entry.put(path.get(2), scalar);
            if (!List.of("name", "id", "archive").contains(path.get(2))) {
                option(scalar);
            }
        }
        // The rest is the configuration of the container, which its own checkpoint tells.
    }

    private static Scalar named(String key, Scalar scalar) {
        return new Scalar(scalar.path(), key, scalar.at());
    }

    private void annotation(String key, Scalar scalar) {
        if (key.startsWith(ANNOTATION)) {
            var what = key.substring(ANNOTATION.length());
            known(what.equals("id") ? "sandbox" : what, scalar);
        }
    }

    /// The pod that the container is in, among all that a kubelet wrote at once.
    private boolean ofSeveral(PodDocuments.Document document, List<Scalar> scalars) {
        var pods = new LinkedHashMap<String, List<Scalar>>();
        for (var scalar : scalars) {
            if (scalar.path().getFirst().equals("CheckpointedPods") && scalar.path().size() > 2) {
                pods.computeIfAbsent(scalar.path().get(1), _ -> new ArrayList<>()).add(scalar);
            }
        }
        var own = pods.values().stream().filter(this::isOwn).findFirst();
        own.ifPresent(pod -> one(document, pod));
        return own.isPresent();
    }

    private boolean isOwn(List<Scalar> pod) {
        var values = new LinkedHashMap<String, String>();
        for (var scalar : pod) {
            var path = scalar.path();
            if (path.get(2).equals("Containers")
                    && path.getLast().equals("id")
                    && container.id().filter(scalar.text()::equals).isPresent()) {
                return true;
            }
            values.put(path.get(2), scalar.text());
        }
        var uid = told("uid").map(Pod.Told::text).or(() -> annotated("io.kubernetes.pod.uid"));
        return uid.isPresent()
                ? uid.equals(Optional.ofNullable(values.get("io.kubernetes.pod.uid")))
                : container.pod().isPresent()
                        && container
                                .pod()
                                .equals(Optional.ofNullable(values.get("io.kubernetes.pod.name")))
                        && container
                                .podNamespace()
                                .equals(
                                        Optional.ofNullable(
                                                values.get("io.kubernetes.pod.namespace")));
    }

    private Optional<String> annotated(String key) {
        return Optional.ofNullable(container.annotations().get(key));
    }

    private void one(PodDocuments.Document document, List<Scalar> pod) {
        var listed = new LinkedHashMap<String, Entry>();
        for (var scalar : pod) {
            var path = scalar.path();
            if (path.get(2).equals("Containers") && path.size() == 5) {
                var key = path.get(4);
                listed.computeIfAbsent(path.get(3), _ -> new Entry())
                        .put(key.equals("io.kubernetes.container.name") ? "name" : key, scalar);
            } else {
                switch (path.get(2)) {
                    case "io.kubernetes.pod.name" -> known("name", scalar);
                    case "io.kubernetes.pod.namespace" -> known("namespace", scalar);
                    case "io.kubernetes.pod.uid" -> known("uid", scalar);
                    case "SandboxID" -> known("sandbox", scalar);
                    default -> option(scalar);
                }
            }
        }
        place(document.top(), listed);
    }

    private void place(String top, Map<String, Entry> listed) {
        if (containers.isEmpty()) {
            listed.values().stream()
                    .flatMap(entry -> entry.container(top, siblings).stream())
                    .forEach(containers::add);
        }
    }

    /// What the nearest document says counts.
    private void known(String what, Scalar scalar) {
        if (!scalar.text().isEmpty()) {
            identity.putIfAbsent(what, told(scalar));
        }
    }

    private void option(Scalar scalar) {
        options.add(told(scalar));
    }

    private static Pod.Told told(Scalar scalar) {
        return new Pod.Told(scalar.key(), scalar.text(), scalar.at());
    }

    private Optional<Pod.Told> told(String what) {
        return Optional.ofNullable(identity.get(what));
    }

    private void tellMissing(Pod pod) {
        for (var missing : pod.containers(PodContainer.Presence.NOT_FOUND)) {
            defects.accept(
                    new Defect(
                            missing.at(),
                            archive.loss()
                                    .explain(
                                            "the pod %s has the container %s, whose checkpoint was not found in what was opened%s"
                                                    .formatted(
                                                            pod.title(),
                                                            missing.name(),
                                                            siblings.limits())),
                            Defect.Kind.ODD));
        }
    }

    /// What a list says of one container.
    private static final class Entry {

        private final Map<String, Scalar> values = new LinkedHashMap<>();

        void put(String key, Scalar scalar) {
            values.put(key, scalar);
        }

        private Optional<Scalar> value(String key) {
            return Optional.ofNullable(values.get(key)).filter(one -> !one.text().isEmpty());
        }

        Optional<PodContainer> container(String top, PodSiblings siblings) {
            var id = value("id").map(Scalar::text);
            var place = value("archive").map(Scalar::text);
            return value("name")
                    .or(() -> value("id"))
                    .or(() -> value("archive"))
                    .map(
                            named ->
                                    new PodContainer(
                                            named.text(),
                                            id,
                                            place,
                                            siblings.presence(top, named.text(), id, place),
                                            named.at()));
        }
    }
}
