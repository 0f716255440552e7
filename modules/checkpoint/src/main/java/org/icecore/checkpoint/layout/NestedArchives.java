package org.icecore.checkpoint.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Compression;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;
import org.icecore.evidence.UnpackingLimitException;

/// The archives within an archive that were opened and are kept open, and what was wrong on the way to them.
final class NestedArchives {

    private final Progress progress;
    private final LinkedHashMap<String, Archive> open = new LinkedHashMap<>();
    private final List<Defect> defects = new ArrayList<>();
    private Optional<UnpackingLimitException> limit = Optional.empty();

    NestedArchives(Progress progress) {
        this.progress = progress;
    }

    /// Those that are open, by the ways to them, the outer before the inner.
    SequencedMap<String, Archive> open() {
        return Collections.unmodifiableSequencedMap(open);
    }

    List<Defect> defects() {
        return List.copyOf(defects);
    }

    /// The first that was not unpacked, since it is larger than allowed.
    Optional<UnpackingLimitException> limit() {
        return limit;
    }

    void complain(Defect defect) {
        defects.add(defect);
    }

    /// Complains of a member as a whole.
    ///
    /// @param way what the names of the members of its archive begin with
    void complain(Member member, String way, String text) {
        complain(new Defect(Location.of(way + member.name(), 0, 0), text));
    }

    /// Opens an archive, once; empty, and a defect, if that cannot be.
    ///
    /// @param way what the names of the members of `here` begin with
    Optional<Archive> open(Archive here, Member member, String way) {
        var known = open.get(way + member.name());
        if (known != null) {
            return Optional.of(known);
        }
        try {
            var inner = here.nested(member, progress);
            open.put(way + member.name(), inner);
            new BlobDigest(here, progress).check(member).ifPresent(this::complain);
            return Optional.of(inner);
        } catch (UnpackingLimitException e) {
            limit = limit.or(() -> Optional.of(e));
            complain(Defect.of(e));
            return Optional.empty();
        } catch (EvidenceException e) {
            complain(Defect.of(e));
            return Optional.empty();
        }
    }

    /// Closes an archive in which nothing was found.
    void close(Member member, String way) {
        var inner = open.remove(way + member.name());
        if (inner != null) {
            // What could not be read of it may have held something.
            inner.defects().stream()
                    .filter(defect -> defect.kind() != Defect.Kind.ODD)
                    .findFirst()
                    .ifPresent(this::complain);
            inner.close();
        }
    }

    void closeAll() {
        open.sequencedValues().reversed().forEach(Archive::close);
    }

    /// Whether a member is an archive; not, and a defect, if it cannot be read.
    boolean isArchive(Archive here, Member member) {
        try {
            return Archive.isArchive(here.beginning(member));
        } catch (UnpackingLimitException e) {
            // The archive has told it.
            limit = limit.or(() -> Optional.of(e));
            return false;
        } catch (EvidenceException e) {
            complain(Defect.of(e));
            return false;
        }
    }

    /// Whether a member that will not be looked into is an archive.
    static boolean looksLikeOne(Archive here, Member member) {
        try {
            return Archive.isArchive(here.beginning(member));
        } catch (EvidenceException _) {
            // Whoever looks into it says so.
            return false;
        }
    }

    static boolean isCompressed(Archive here, Member member) {
        try {
            return Compression.of(here.open(member)) != Compression.NONE;
        } catch (EvidenceException _) {
            // Whoever reads the document says so.
            return false;
        }
    }
}
