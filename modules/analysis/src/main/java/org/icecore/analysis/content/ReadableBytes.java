package org.icecore.analysis.content;

import java.util.List;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Loss;
import org.icecore.evidence.Member;

/// How large members of an archive are: the header of a member claims a size, of which a damaged archive may hold less.
final class ReadableBytes {

    private ReadableBytes() {}

    /// Bytes of `members` together, `9.3 MiB`; `12.0 KiB of 9.3 MiB, the archive is cut` where some cannot be read. Members
    /// are only tried if the archive has lost anything.
    static Cell of(Archive archive, List<Member> members) {
        var claimed = members.stream().mapToLong(Member::size).sum();
        var loss = archive.loss();
        if (loss == Loss.NONE) {
            return new Cell.Bytes(claimed);
        }
        var readable = members.stream().mapToLong(member -> readable(archive, member)).sum();
        return readable == claimed
                ? new Cell.Bytes(claimed)
                : Cell.text(
                        "%s of %s, the archive is %s"
                                .formatted(
                                        CellText.size(readable),
                                        CellText.size(claimed),
                                        loss == Loss.CUT ? "cut" : "damaged"));
    }

    private static long readable(Archive archive, Member member) {
        if (member.type() != Member.Type.FILE || member.size() == 0) {
            return member.size();
        }
        try {
            return archive.beginning(member).size();
        } catch (EvidenceException _) {
            // What is wrong with it, the defects of the archive say.
            return 0;
        }
    }
}
