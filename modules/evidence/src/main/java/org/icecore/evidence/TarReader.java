package org.icecore.evidence;

import java.util.Optional;

/// Reads one entry of a tar archive: extended headers, the header proper, and the map of a sparse file.
///
/// Never reads content. What can be read around becomes a defect; what cannot is an exception.
final class TarReader {

    /// Longest extended header that is read. Linux bounds a path to 4 KiB and its extended attributes to 64 KiB each.
    static final int METADATA_LIMIT = 1 << 20;

    /// Archivers write up to four in front of a member.
    private static final int EXTENDED_HEADER_LIMIT = 100;

    private final ByteSource source;
    private final DefectList defects;
    private final TarValues values;
    private final TarAttributes attributes;
    private final PaxRecords forAll = new PaxRecords();

    TarReader(ByteSource source, DefectList defects) {
        this.source = source;
        this.defects = defects;
        this.values = new TarValues(source, defects);
        this.attributes = new TarAttributes(values);
    }

    TarHeader headerAt(long position) throws EvidenceException {
        if (position > source.size() - TarHeader.BLOCK) {
            // What is before it may have been cut within its padding.
            throw cut(
                    Math.min(position, source.size()),
                    source.size(),
                    "the archive ends in the middle of a header; it is truncated");
        }
        return new TarHeader(source.bytes(position, TarHeader.BLOCK));
    }

    /// The entry whose headers begin at `start`.
    ///
    /// @param trusted where a header stands whose checksum is known to be wrong and does not matter; -1 for none
    /// @throws DamagedHeaderException if a header cannot be right
    Optional<TarEntry> entryAt(long start, long trusted) throws EvidenceException {
        var records = new PaxRecords();
        records.putAll(forAll);
        long position = start;
        for (int headers = 0; position < source.size(); headers++) {
            var header = headerAt(position);
            if (header.isZero()) {
                defects.add(
                        source.locate(new ByteRange(start, position)),
                        "an extended header without a member");
                return Optional.empty();
            }
            if (position != trusted && !header.checksumMatches()) {
                throw damaged(
                        position,
                        "header's checksum is %s, its bytes add up to %d"
                                .formatted(header.checksum(), header.sum(0xff)));
            }
            if (headers > EXTENDED_HEADER_LIMIT) {
                throw damaged(
                        position,
                        "more than %d extended headers for one member"
                                .formatted(EXTENDED_HEADER_LIMIT));
            }
            long body = position + TarHeader.BLOCK;
            switch (header.type()) {
                case 'x', 'X' -> read(records, header, position);
                case 'g' -> {
                    var globals = new PaxRecords();
                    read(globals, header, position);
                    tellOfOneMember(globals, position);
                    forAll.putAll(globals);
                    records.putAll(globals);
                }
                case 'L' -> longName("path", header, position, records);
                case 'K' -> longName("linkpath", header, position, records);
                default -> {
                    return Optional.of(entry(header, start, position, records));
                }
            }
            position = padded(body, size(header, position));
        }
        throw cut(
                start,
                source.size(),
                "the archive ends behind an extended header; it is truncated");
    }

    private TarEntry entry(TarHeader header, long start, long position, PaxRecords records)
            throws EvidenceException {
        var name =
                records.get("GNU.sparse.name")
                        .or(() -> records.get("path"))
                        .orElseGet(header::name);
        var link = records.get("linkpath").orElseGet(() -> header.text(TarField.LINK_TARGET));
        long body = position + TarHeader.BLOCK;
        long size = contentSize(header, position, records);
        var type = type(header, name.value(), size);
        long next = padded(body, size);
        var sparse = Optional.<SparseMap>empty();
        if (type == Member.Type.FILE) {
            try {
                var layout = new SparseLayout(source, header, position, size, records).read();
                sparse = layout.map(SparseLayout.Found::map);
                body = layout.map(SparseLayout.Found::data).orElse(body);
                next = layout.map(SparseLayout.Found::next).orElse(next);
            } catch (EvidenceException e) {
                defects.add(e.at(), e.defect());
                type = Member.Type.OTHER;
            }
        }
        if (!name.utf8() || !link.utf8()) {
            values.complain(position, "name is not UTF-8; shown byte by byte as ISO 8859-1");
        }
        var stored =
                new ByteRange(
                        body, saturated(body, sparse.map(SparseMap::storedBytes).orElse(size)));
        var member =
                new Member(
                        name.value(),
                        link.value(),
                        type == Member.Type.FILE ? sparse.map(SparseMap::size).orElse(size) : 0,
                        attributes.of(type, header, position, records),
                        new ByteRange(start, Math.min(body, source.size())),
                        sparse.isPresent() ? new ByteRange(body, body) : stored);
        return new TarEntry(member, stored, sparse, next);
    }

    /// The meaning of the type flag; the oldest archives mark a directory by the end of its name alone.
    private static Member.Type type(TarHeader header, String name, long size) {
        return switch (header.type()) {
            case 0, '0', '7' ->
                    name.endsWith("/") && size == 0 ? Member.Type.DIRECTORY : Member.Type.FILE;
            case 'S' -> Member.Type.FILE;
            case '1' -> Member.Type.HARD_LINK;
            case '2' -> Member.Type.SYMBOLIC_LINK;
            case '3' -> Member.Type.CHARACTER_DEVICE;
            case '4' -> Member.Type.BLOCK_DEVICE;
            case '5' -> Member.Type.DIRECTORY;
            case '6' -> Member.Type.FIFO;
            default -> Member.Type.OTHER;
        };
    }

    /// Bytes of content that follow the header. Links, devices, directories and pipes have none, whatever their size says.
    private long contentSize(TarHeader header, long position, PaxRecords records)
            throws EvidenceException {
        if ("123456".indexOf(header.type()) >= 0) {
            return 0;
        }
        var size = records.get("size");
        return size.isPresent()
                ? values.decimal(size.get(), position, "size").orElseThrow(() -> noSize(position))
                : size(header, position);
    }

    /// As libarchive does, and unlike GNU tar, which renames all members.
    private void tellOfOneMember(PaxRecords globals, long position) {
        var words = globals.ofOneMember();
        if (!words.isEmpty()) {
            defects.add(
                    source.locate(block(position)),
                    "a header for all members to come holds what can be of one alone, and is not heeded: "
                            + words,
                    Defect.Kind.ODD);
        }
    }

    private void read(PaxRecords records, TarHeader header, long position)
            throws EvidenceException {
        records.read(metadata(header, position), position + TarHeader.BLOCK)
                .ifPresent(defect -> values.complain(position, defect));
    }

    private void longName(String key, TarHeader header, long position, PaxRecords records)
            throws EvidenceException {
        var bytes = metadata(header, position);
        if (bytes.length > 0) {
            records.put(key, TarText.untilNul(bytes, 0, bytes.length));
        }
    }

    /// The body of an extended header; nothing, and a defect, where it is longer than any that a system writes.
    private byte[] metadata(TarHeader header, long position) throws EvidenceException {
        long size = size(header, position);
        long body = position + TarHeader.BLOCK;
        if (size > METADATA_LIMIT) {
            values.complain(
                    position,
                    "extended header claims %d bytes; it is not read, the member keeps its short name"
                            .formatted(size));
            return new byte[0];
        }
        if (size > source.size() - body) {
            throw cut(
                    position,
                    source.size(),
                    "the archive ends in an extended header; it is truncated");
        }
        return source.bytes(body, (int) size);
    }

    private long size(TarHeader header, long position) throws EvidenceException {
        long size = header.number(TarField.SIZE).orElse(-1);
        if (size < 0) {
            throw noSize(position);
        }
        return size;
    }

    private DamagedHeaderException noSize(long position) {
        return damaged(position, "header holds no size that a member can have");
    }

    private DamagedHeaderException damaged(long position, String defect) {
        return new DamagedHeaderException(source.locate(block(position)), position, defect);
    }

    private EvidenceException cut(long start, long end, String defect) {
        return new EvidenceException(
                source.locate(new ByteRange(start, end)), defect, Defect.Kind.CUT);
    }

    private static ByteRange block(long position) {
        return ByteRange.of(position, TarHeader.BLOCK);
    }

    /// The end of `size` bytes at `start`, filled up to whole blocks; `Long.MAX_VALUE` where no file can reach.
    static long padded(long start, long size) {
        long end = saturated(start, size);
        return end > Long.MAX_VALUE - TarHeader.BLOCK
                ? Long.MAX_VALUE
                : start + (end - start + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK;
    }

    static long saturated(long start, long size) {
        return size > Long.MAX_VALUE - start ? Long.MAX_VALUE : start + size;
    }
}
