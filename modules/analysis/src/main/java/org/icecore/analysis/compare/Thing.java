package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Location;

/// A thing of the container that an image tells of in one place, and of which one property is compared.
///
/// @param key what it is the same by
/// @param subject what it is called
/// @param property what is compared
/// @param text how that is told
/// @param state what differs if it changed
record Thing(Object key, String subject, String property, String text, Object state, Location at) {

    static Thing of(Object key, String subject, String property, String text, Location at) {
        return new Thing(key, subject, property, text, text, at);
    }

    /// Notes the things that came, went or have another state.
    static void compare(
            ChangeKind kind,
            Checkpoint first,
            List<Thing> before,
            Checkpoint second,
            List<Thing> after,
            Ledger ledger) {
        Keyed.of(before, after, Thing::key)
                .each(
                        (old, now) -> {
                            if (!old.state().equals(now.state())) {
                                ledger.changed(
                                        new Topic(
                                                kind,
                                                Optional.empty(),
                                                now.subject(),
                                                old.ref(first),
                                                now.ref(second),
                                                Optional.of(old.at()),
                                                Optional.of(now.at())),
                                        now.property(),
                                        old.text(),
                                        now.text(),
                                        "");
                            }
                        },
                        old ->
                                ledger.add(
                                        new Change.Removed(
                                                kind,
                                                Optional.empty(),
                                                old.subject(),
                                                old.side(first),
                                                "")),
                        now ->
                                ledger.add(
                                        new Change.Added(
                                                kind,
                                                Optional.empty(),
                                                now.subject(),
                                                now.side(second),
                                                "")));
    }

    private Side side(Checkpoint checkpoint) {
        return new Side(text, ref(checkpoint), Optional.of(at));
    }

    private ArtefactRef ref(Checkpoint checkpoint) {
        return new ArtefactRef.OfMember(checkpoint.id(), at.member());
    }
}
