package org.icecore.checkpoint.container;

import java.util.List;
import java.util.Optional;

/// An interface of the container as the engine set it up; `network.status`.
///
/// @param network name of the engine's network
/// @param name in the container, e.g. `eth0`
/// @param addresses with prefix length, e.g. `10.88.0.8/16`
public record NetworkInterface(
        String network,
        String name,
        List<String> addresses,
        Optional<String> gateway,
        Optional<String> mac) {

    public NetworkInterface {
        addresses = List.copyOf(addresses);
    }
}
