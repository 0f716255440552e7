package org.icecore.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// The members of a zip archive: those of its central directory, and where that is cut off or damaged, those whose own
/// headers stand in front of their contents.
///
/// @param end where the members end
record ZipListing(List<ZipEntry> entries, long end) {

    private static final long LOCAL = 0x04034b50;

    /// @param limit bytes that are unpacked at most to find where a member ends
    static ZipListing of(ByteSource zip, long limit, DefectList defects, Progress progress)
            throws EvidenceException {
        try {
            var directory = ZipDirectory.of(zip, defects).range();
            var found = new DefectList();
            var listed = new ZipScan(zip, found, progress).entries(directory);
            found.toList().forEach(defects::add);
            return new ZipListing(
                    mended(zip, listed, directory, limit, defects, progress), directory.start());
        } catch (EvidenceException missing) {
            var walk = new ZipWalk(zip, limit, progress);
            if (walk.entries().isEmpty()) {
                throw missing;
            }
            defects.add(
                    missing.at(),
                    missing.defect()
                            + "; %s listed by the headers in front of their contents"
                                    .formatted(Amount.of(walk.entries().size(), "member")),
                    missing.kind());
            walk.defects().forEach(defects::add);
            return new ZipListing(walk.entries(), zip.size());
        }
    }

    /// What the central directory lists; where it is damaged, together with what only the headers in front of contents tell.
    private static List<ZipEntry> mended(
            ByteSource zip,
            List<ZipEntry> listed,
            ByteRange directory,
            long limit,
            DefectList defects,
            Progress progress)
            throws EvidenceException {
        boolean whole =
                directory.length() == 0
                        || !listed.isEmpty() && listed.getLast().record().end() == directory.end();
        var lost = new HashSet<ZipEntry>();
        for (var entry : listed) {
            if (entry.hasContent() && !isAt(zip, entry.local(), directory.start())) {
                lost.add(entry);
            }
        }
        if (whole && lost.isEmpty()) {
            return listed;
        }
        var found = new LinkedHashMap<Long, ZipEntry>();
        for (var entry : new ZipWalk(zip, limit, progress).entries()) {
            if (entry.local() < directory.start()) {
                found.put(entry.local(), entry);
            }
        }
        listed.stream()
                .filter(entry -> !lost.contains(entry))
                .forEach(entry -> found.remove(entry.local()));
        var again = found.values().stream().map(ZipEntry::name).collect(Collectors.toSet());
        var all = new ArrayList<>(listed);
        all.removeIf(entry -> lost.contains(entry) && again.contains(entry.name()));
        all.addAll(found.values());
        if (!found.isEmpty()) {
            defects.add(
                    zip.locate(directory),
                    "the list of members is damaged; %s listed too, by the headers in front of their contents"
                            .formatted(Amount.are(found.size())));
        }
        return all;
    }

    private static boolean isAt(ByteSource zip, long local, long end) throws EvidenceException {
        return local >= 0
                && local <= end - Integer.BYTES
                && ZipRecord.at(zip, local, Integer.BYTES).is(LOCAL);
    }
}
