package org.icecore.analysis.compare;

import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Location;

/// A thing that is in both checkpoints, while its properties are compared.
record Topic(
        ChangeKind kind,
        Optional<Pid> task,
        String subject,
        ArtefactRef before,
        ArtefactRef after,
        Optional<Location> beforeAt,
        Optional<Location> afterAt) {

    Topic kind(ChangeKind other) {
        return new Topic(other, task, subject, before, after, beforeAt, afterAt);
    }

    Topic at(Optional<Location> first, Optional<Location> second) {
        return new Topic(kind, task, subject, before, after, first, second);
    }

    Topic subject(String other) {
        return new Topic(kind, task, other, before, after, beforeAt, afterAt);
    }

    Side first(String text) {
        return new Side(text, before, beforeAt);
    }

    Side second(String text) {
        return new Side(text, after, afterAt);
    }
}
