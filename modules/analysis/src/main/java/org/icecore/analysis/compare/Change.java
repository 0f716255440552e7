package org.icecore.analysis.compare;

import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Location;

/// One difference between two checkpoints.
public sealed interface Change {

    /// What kind of thing it is about.
    ChangeKind kind();

    /// The task it belongs to; empty for what belongs to the container.
    Optional<Pid> task();

    /// The thing, in words: `fd 35`, `0x7f2f369d0000-0x7f2f369d4000 anonymous`, `/etc/passwd`.
    String subject();

    /// What the two sides alone do not say: how sure the pairing is, why something cannot be compared; may be empty.
    String note();

    /// What happened.
    default Mark mark() {
        return switch (this) {
            case Added _ -> Mark.ADDED;
            case Removed _ -> Mark.REMOVED;
            case Changed _ -> Mark.CHANGED;
            case Unknown _ -> Mark.UNKNOWN;
        };
    }

    /// Which property changed, or may have; empty for a thing that came or went.
    default String aspect() {
        return switch (this) {
            case Added _, Removed _ -> "";
            case Changed changed -> changed.property();
            case Unknown unknown -> unknown.property();
        };
    }

    /// The thing in the first checkpoint, if it is there.
    default Optional<Side> before() {
        return switch (this) {
            case Added _ -> Optional.empty();
            case Removed removed -> Optional.of(removed.first());
            case Changed changed -> Optional.of(changed.first());
            case Unknown unknown -> unknown.first();
        };
    }

    /// The thing in the second checkpoint, if it is there.
    default Optional<Side> after() {
        return switch (this) {
            case Added added -> Optional.of(added.second());
            case Removed _ -> Optional.empty();
            case Changed changed -> Optional.of(changed.second());
            case Unknown unknown -> unknown.second();
        };
    }

    /// Where the first checkpoint shows it, if at one place.
    default Optional<Location> beforeAt() {
        return before().flatMap(Side::at);
    }

    /// Where the second checkpoint shows it, if at one place: the thing, or what says that it is gone.
    default Optional<Location> afterAt() {
        return switch (this) {
            case Added added -> added.second().at();
            case Removed removed -> removed.proof();
            case Changed changed -> changed.second().at();
            case Unknown unknown -> unknown.second().flatMap(Side::at);
        };
    }

    /// The thing itself: in the second checkpoint if it is there, else in the first.
    default ArtefactRef ref() {
        return switch (this) {
            case Added added -> added.second().ref();
            case Removed removed -> removed.first().ref();
            case Changed changed -> changed.second().ref();
            case Unknown unknown -> unknown.held().ref();
        };
    }

    /// Where [#ref()] can be re-checked, if at one place.
    default Optional<Location> at() {
        return switch (this) {
            case Added _, Changed _ -> afterAt();
            case Removed removed -> removed.first().at().or(removed::proof);
            case Unknown unknown -> unknown.held().at();
        };
    }

    /// Only in the second checkpoint.
    record Added(ChangeKind kind, Optional<Pid> task, String subject, Side second, String note)
            implements Change {}

    /// Only in the first checkpoint.
    ///
    /// @param proof where the second checkpoint says that it is gone; nothing if it merely does not have it
    record Removed(
            ChangeKind kind,
            Optional<Pid> task,
            String subject,
            Side first,
            Optional<Location> proof,
            String note)
            implements Change {

        /// What the second checkpoint merely does not have.
        public Removed(
                ChangeKind kind, Optional<Pid> task, String subject, Side first, String note) {
            this(kind, task, subject, first, Optional.empty(), note);
        }
    }

    /// In both, but with another value of one property.
    ///
    /// @param property e.g. `permissions`, `position`, `bytes`
    record Changed(
            ChangeKind kind,
            Optional<Pid> task,
            String subject,
            String property,
            Side first,
            Side second,
            String note)
            implements Change {}

    /// In one checkpoint, while the other cannot tell whether it had it, or with which value.
    ///
    /// @param property of a thing that both have; empty for the whole of a thing that one has
    /// @param held how the one that has it shows it
    /// @param inFirst whether that is the first
    /// @param reason why the other cannot tell
    record Unknown(
            ChangeKind kind,
            Optional<Pid> task,
            String subject,
            String property,
            Side held,
            boolean inFirst,
            String reason,
            String note)
            implements Change {

        Optional<Side> first() {
            return inFirst ? Optional.of(held) : Optional.empty();
        }

        Optional<Side> second() {
            return inFirst ? Optional.empty() : Optional.of(held);
        }
    }
}
