package org.icecore.evidence;

import java.util.List;

/// The members of a zip archive: those of its central directory, or where a cut took that, those whose own headers stand
/// in front of the cut.
///
/// @param end where the members end
record ZipListing(List<ZipEntry> entries, long end) {

    /// @param limit bytes that are unpacked at most to find where a member ends
    static ZipListing of(ByteSource zip, long limit, DefectList defects, Progress progress)
            throws EvidenceException {
        try {
            var directory = ZipDirectory.of(zip, defects).range();
            return new ZipListing(
                    new ZipScan(zip, defects, progress).entries(directory), directory.start());
        } catch (EvidenceException missing) {
            var walk = new ZipWalk(zip, limit, progress);
            if (missing.kind() != Defect.Kind.CUT || walk.entries().isEmpty()) {
                throw missing;
            }
            defects.add(
                    missing.at(),
                    missing.defect()
                            + "; %s listed by the headers in front of their contents"
                                    .formatted(Amount.of(walk.entries().size(), "member")),
                    Defect.Kind.CUT);
            walk.defects().forEach(defects::add);
            return new ZipListing(walk.entries(), zip.size());
        }
    }
}
