package org.icecore.criu.raw;

import java.util.List;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;
import org.icecore.evidence.TarIndex;

/// What lay in a tmpfs: the members of its `tar.gz`.
///
/// @param members in the order of the archive; their ranges count unpacked bytes
/// @param defects what is wrong with the tar
public record TmpfsContent(List<Member> members, List<Defect> defects) {

    public TmpfsContent {
        members = List.copyOf(members);
        defects = List.copyOf(defects);
    }

    /// Lists a `tmpfs-dev-N.tar.gz.img`. Unpacks as it goes and keeps nothing of it.
    ///
    /// @throws EvidenceException if it is no tar in gzip
    public static TmpfsContent of(ByteSource source) throws EvidenceException {
        var index = TarIndex.of(GzipSource.of(source), Progress.unwatched());
        return new TmpfsContent(index.members(), index.defects());
    }
}
