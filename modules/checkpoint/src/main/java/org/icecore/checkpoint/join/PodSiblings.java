package org.icecore.checkpoint.join;

import java.util.Arrays;
import java.util.Optional;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.PodContainer.Presence;
import org.icecore.checkpoint.layout.Sightings;
import org.icecore.evidence.Archive;
import org.icecore.evidence.MemberPath;

/// Finds the containers of a pod in what was opened.
///
/// @param own name of the checkpoint that is open
/// @param container that it is of
record PodSiblings(Archive archive, String own, Sightings sightings, Container container) {

    /// Digits of an id that engines hold to be enough.
    private static final int SHORT_ID = 12;
    private static final String NAME = "io.kubernetes.container.name";

    /// What was found of a container.
    ///
    /// @param top what its place is relative to
    /// @param place empty if the list names none; then its id, or its name, is looked for in names
    Presence presence(String top, String name, Optional<String> id, Optional<String> place) {
        if (place.map(at -> lies(own, top + at)).orElse(false)
                || id.isPresent() && id.equals(container.id())
                || id.isEmpty() && place.isEmpty() && isOwnName(name)) {
            return Presence.THIS;
        }
        if (sightings.seen().stream().anyMatch(seen -> isOther(seen, top, name, id, place))) {
            return Presence.FOUND;
        }
        return place.map(at -> isThere(top + at)).orElse(false)
                ? Presence.UNSEEN
                : Presence.NOT_FOUND;
    }

    private boolean isOther(
            String seen, String top, String name, Optional<String> id, Optional<String> place) {
        return !seen.equals(own)
                && seen.startsWith(top)
                && place.map(at -> lies(seen, top + at))
                        .orElseGet(() -> bears(seen.substring(top.length()), name, id));
    }

    private static boolean bears(String seen, String name, Optional<String> id) {
        return id.filter(one -> one.length() >= SHORT_ID).map(seen::contains).orElse(false)
                || Arrays.stream(seen.split("/|: "))
                        .anyMatch(step -> step.equals(name) || step.startsWith(name + ".tar"));
    }

    private boolean isOwnName(String name) {
        return container.name().filter(name::equals).isPresent()
                || name.equals(container.annotations().get(NAME));
    }

    /// Whether a checkpoint lies in the folder or archive `place`, or in one that adds an ending to that name.
    private static boolean lies(String checkpoint, String place) {
        if (checkpoint.startsWith(place + ".")) {
            int way = checkpoint.indexOf(MemberPath.INTO, place.length());
            int slash = checkpoint.indexOf('/', place.length());
            return way >= 0 && (slash < 0 || slash > way);
        }
        return checkpoint.startsWith(place + "/") || checkpoint.startsWith(place + MemberPath.INTO);
    }

    private boolean isThere(String place) {
        return archive.members().stream()
                .anyMatch(
                        member ->
                                member.name().equals(place)
                                        || member.name().startsWith(place + "/")
                                        || member.name().startsWith(place + "."));
    }

    /// What has to be known of a container that was not found.
    String limits() {
        return sightings.passedBy()
                ? "; it may lie elsewhere, or in one of the files beside this one, which were not looked into"
                : "; it may lie elsewhere";
    }
}
