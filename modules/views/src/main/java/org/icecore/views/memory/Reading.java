package org.icecore.views.memory;

import java.util.Optional;
import org.icecore.checkpoint.memory.VirtualAddress;

/// What some bytes mean if they are read as one type.
///
/// @param type such as `i32`
/// @param little the value in little-endian order; `??` if a byte of it was not captured
/// @param big the value in big-endian order; empty where the order is of no matter
/// @param target where it points, if that is mapped
record Reading(String type, String little, String big, Optional<VirtualAddress> target) {

    static Reading of(String type, String little, String big) {
        return new Reading(type, little, big, Optional.empty());
    }
}
