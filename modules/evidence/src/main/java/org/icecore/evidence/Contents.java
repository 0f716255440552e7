package org.icecore.evidence;

import java.util.List;
import java.util.Optional;

/// The members of an archive, wherever the archive lies; what the accessors mean is said at [Archive].
interface Contents {

    Archive.Packing packing();

    List<Member> members();

    Optional<Member> find(String name);

    ByteSource open(Member member) throws EvidenceException;

    default ByteSource beginning(Member member) throws EvidenceException {
        return open(member);
    }

    List<Defect> defects();

    /// Ends working copies; the bytes that were given to read are not the contents' own.
    void close();
}
