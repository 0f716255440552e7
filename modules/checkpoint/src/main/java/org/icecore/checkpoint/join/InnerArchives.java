package org.icecore.checkpoint.join;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.icecore.evidence.Archive;
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
    private boolean closed;

    InnerArchives(Archive outer) {
        this.outer = outer;
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
            return archive;
        } catch (EvidenceException e) {
            // To find that out again would take unpacking it again.
            refused.put(member.name(), e);
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
