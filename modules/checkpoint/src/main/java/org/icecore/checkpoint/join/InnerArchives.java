package org.icecore.checkpoint.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// Archives within the archive of a checkpoint that are opened on demand, each once.
///
/// Safe for use by several threads; who asks for an archive that another thread unpacks waits for it.
final class InnerArchives implements AutoCloseable {

    private final Archive outer;
    private final Map<String, Archive> opened = new ConcurrentHashMap<>();
    private final Map<String, EvidenceException> refused = new HashMap<>();
    private final Set<String> told;
    private final List<Defect> defects = new CopyOnWriteArrayList<>();
    private boolean closed;

    /// @param told the members whose defects are kept; any other may be asked for without being an archive
    InnerArchives(Archive outer, Set<String> told) {
        this.outer = outer;
        this.told = told;
    }

    /// What was found to be wrong with those that were asked for.
    List<Defect> defects() {
        return List.copyOf(defects);
    }

    /// The archive in that member.
    ///
    /// @throws EvidenceException if it is none, or larger than may be unpacked
    synchronized Archive of(Member member, Progress progress) throws EvidenceException {
        var known = opened.get(member.name());
        if (known != null) {
            return known;
        }
        var refusal = refused.get(member.name());
        if (refusal != null) {
            throw refusal;
        }
        if (closed) {
            throw new IllegalStateException("the checkpoint is closed");
        }
        try {
            var archive = outer.nested(member, progress);
            opened.put(member.name(), archive);
            if (told.contains(member.name())) {
                defects.addAll(archive.defects());
            }
            return archive;
        } catch (EvidenceException e) {
            // To find that out again would take unpacking it again.
            refused.put(member.name(), e);
            if (told.contains(member.name())) {
                defects.add(Defect.of(e));
            }
            throw e;
        }
    }

    /// The archive in that member, if it was asked for before.
    Optional<Archive> known(Member member) {
        return Optional.ofNullable(opened.get(member.name()));
    }

    @Override
    public synchronized void close() {
        closed = true;
        opened.values().forEach(Archive::close);
        opened.clear();
    }
}
