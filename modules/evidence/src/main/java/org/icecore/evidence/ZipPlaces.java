package org.icecore.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the packed content of each member of a zip archive lies.
///
/// Source: APPNOTE.TXT 6.3.10, section 4.3.7. Contents that lie in one another are how a small archive unpacks to a large
/// one; no archiver writes them, and of such only the first is read.
final class ZipPlaces {

    private static final long LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;

    private final ByteSource zip;
    private final DefectList defects;
    private final long directory;
    private final Map<ZipEntry, ByteRange> places = new HashMap<>();
    private final Map<ZipEntry, EvidenceException> refused = new HashMap<>();
    private final List<ZipEntry> inOrder;

    /// @param directory where the central directory begins
    ZipPlaces(ByteSource zip, List<ZipEntry> entries, long directory, DefectList defects) {
        this.zip = zip;
        this.defects = defects;
        this.directory = directory;
        this.inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparingLong(ZipEntry::local));
        find();
    }

    /// The members in the order in which their contents lie.
    List<ZipEntry> inOrder() {
        return inOrder;
    }

    /// The packed content; empty if it cannot be where the archive says, which is one of the defects.
    Optional<ByteRange> of(ZipEntry entry) {
        return Optional.ofNullable(places.get(entry));
    }

    /// Why there is no place; empty if there is one.
    Optional<EvidenceException> refusal(ZipEntry entry) {
        return Optional.ofNullable(refused.get(entry));
    }

    private void find() {
        long free = 0;
        for (var entry : inOrder) {
            try {
                if (entry.hasContent()) {
                    var place = place(entry);
                    if (entry.local() < free) {
                        throw failure(entry, "lies in the content of another member; not read");
                    }
                    places.put(entry, place);
                    free = place.end();
                }
            } catch (EvidenceException e) {
                defects.add(e.at(), e.defect());
                refused.put(entry, e);
            }
        }
    }

    private ByteRange place(ZipEntry entry) throws EvidenceException {
        long start = entry.local();
        if (start < 0
                || entry.size() < 0
                || start > directory - LOCAL_LENGTH
                || !ZipRecord.at(zip, start, LOCAL_LENGTH).is(LOCAL)) {
            throw failure(entry, "has no header at 0x%x".formatted(start));
        }
        var local = ZipRecord.at(zip, start, LOCAL_LENGTH);
        int nameLength = local.u16(26);
        long content = start + LOCAL_LENGTH + nameLength + local.u16(28);
        if (content > directory || entry.packed() < 0 || entry.packed() > directory - content) {
            throw failure(
                    entry,
                    "is to have %d bytes at 0x%x, which reach beyond the members"
                            .formatted(entry.packed(), content));
        }
        if (entry.method() == ZipEntry.STORED && !entry.encrypted() && !entry.isStored()) {
            throw failure(
                    entry,
                    "is stored, and to have %s in %d, which cannot be; not read"
                            .formatted(Amount.of(entry.size(), "byte"), entry.packed()));
        }
        var name = TarText.of(zip.bytes(start + LOCAL_LENGTH, nameLength), 0, nameLength);
        if (!name.value().equals(entry.name())
                && !ZipNames.withSlashes(name.value()).equals(entry.name())) {
            defects.add(
                    zip.locate(ByteRange.of(start, LOCAL_LENGTH + nameLength)),
                    "header names %s, the list of members %s"
                            .formatted(Quoted.of(name.value()), Quoted.of(entry.name())));
        }
        return ByteRange.of(content, entry.packed());
    }

    private EvidenceException failure(ZipEntry entry, String defect) {
        return new EvidenceException(
                zip.locate(entry.record()), Quoted.of(entry.name()) + " " + defect);
    }
}
