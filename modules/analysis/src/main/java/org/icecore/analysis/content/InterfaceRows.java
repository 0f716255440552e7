package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.NetworkInterface;
import org.icecore.checkpoint.namespace.NamespaceSettings;
import org.icecore.checkpoint.namespace.NamespaceSettings.NetworkFact;

/// Joins what the engine and the images say of interfaces.
public final class InterfaceRows {

    private final Map<Place, Optional<NamespaceSettings.Interface>> devices = new LinkedHashMap<>();
    private final Map<Place, Set<String>> addresses = new LinkedHashMap<>();
    private final Map<Place, Set<String>> gateways = new LinkedHashMap<>();

    private InterfaceRows(List<NamespaceSettings> settings) {
        for (var one : settings) {
            switch (one) {
                case NamespaceSettings.Interface device ->
                        devices.put(new Place(device.id(), device.index()), Optional.of(device));
                case NetworkFact fact -> fact.on().ifPresent(on -> fact(fact, on));
                case NamespaceSettings.User _,
                        NamespaceSettings.Processes _,
                        NamespaceSettings.Clocks _,
                        NamespaceSettings.Network _,
                        NamespaceSettings.IpcLimits _ -> {
                    // Not of an interface.
                }
            }
        }
    }

    /// An interface among those of all namespaces.
    public record Place(long namespace, long index) {}

    private void fact(NetworkFact fact, NetworkFact.OnInterface on) {
        var place = new Place(fact.id(), on.index());
        devices.putIfAbsent(place, Optional.empty());
        (fact.kind() == NetworkFact.Kind.ADDRESS ? addresses : gateways)
                .computeIfAbsent(place, _ -> new LinkedHashSet<>())
                .add(on.value());
    }

    static List<InterfaceTable.Row> of(Checkpoint checkpoint) {
        var images = new InterfaceRows(checkpoint.kernel().namespaces().items());
        var rows = new ArrayList<InterfaceTable.Row>();
        for (var engine : checkpoint.container().interfaces()) {
            var place = images.named(engine.name());
            rows.add(images.row(Optional.of(engine), place));
            place.ifPresent(images.devices::remove);
        }
        for (var place : List.copyOf(images.devices.keySet())) {
            rows.add(images.row(Optional.empty(), Optional.of(place)));
        }
        return List.copyOf(rows);
    }

    private Optional<Place> named(String name) {
        return devices.entrySet().stream()
                .filter(entry -> entry.getValue().filter(it -> it.name().equals(name)).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private InterfaceTable.Row row(Optional<NetworkInterface> engine, Optional<Place> place) {
        return new InterfaceTable.Row(
                engine,
                place.flatMap(devices::get),
                place,
                together(
                        engine.map(NetworkInterface::addresses).orElse(List.of()),
                        place.map(addresses::get)),
                together(
                        engine.flatMap(NetworkInterface::gateway).stream().toList(),
                        place.map(gateways::get)));
    }

    /// What the kernel had comes first. What the engine noted at some other time is marked where the kernel had none of it.
    private static List<String> together(List<String> told, Optional<Set<String>> imaged) {
        var had = imaged.orElse(Set.of());
        return had.isEmpty()
                ? told
                : Stream.concat(
                                had.stream(),
                                told.stream()
                                        .filter(one -> !had.contains(one))
                                        .map(InterfaceRows::ofEngineAlone))
                        .toList();
    }

    static String ofEngineAlone(String value) {
        return value + " (by the engine's record alone)";
    }
}
