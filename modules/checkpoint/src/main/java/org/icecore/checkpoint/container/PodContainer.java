package org.icecore.checkpoint.container;

import java.util.Optional;
import org.icecore.evidence.Location;

/// A container that a pod's documents list.
///
/// @param name by which the pod knows it
/// @param id of the container; empty where the list does not tell
/// @param place the folder or the archive with its checkpoint, as the list names it; empty where it names none
/// @param presence what was found of it
/// @param at where the list names it
public record PodContainer(
        String name, Optional<String> id, Optional<String> place, Presence presence, Location at) {

    /// What was found of a container of a pod, which is less than what there may be.
    public enum Presence {
        /// It is the checkpoint that is open.
        THIS,
        /// Another checkpoint in the same file or folder.
        FOUND,
        /// Something lies where the list says; it was not looked into, or holds no checkpoint that could be found.
        UNSEEN,
        /// Nothing that was opened bears its name. Its checkpoint may lie elsewhere.
        NOT_FOUND
    }
}
