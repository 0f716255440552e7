package org.icecore.evidence;

import java.util.ArrayList;
import java.util.List;

/// Goes from header to header of a tar archive and lists its members; what is damaged is stepped over where possible.
final class TarScan {

    /// A hostile archive can hold two million headers in each GiB; a root filesystem holds some hundred thousand files.
    private static final int MEMBER_LIMIT = 1_000_000;

    private static final long NAME_LIMIT = 128L << 20;
    private static final long TRAILER_LIMIT = 1 << 20;
    private static final int DAMAGED_IN_A_ROW = 16;
    private static final int MEMBERS_PER_REPORT = 256;
    private static final int BYTES_PER_REPORT = 1 << 20;

    private final ByteSource source;
    private final Progress progress;
    private final DefectList defects;
    private final TarRecovery recovery;
    private final List<Member> members = new ArrayList<>();
    private final FurtherArchives further;
    private TarReader reader;
    private long nameLength;
    private boolean steppedOver;
    /// How many members were listed in front of what may be the content of a member with a damaged header; -1 for none.
    private int within = -1;
    private long withinStart;

    TarScan(ByteSource source, Progress progress, DefectList defects) {
        this.source = source;
        this.progress = progress;
        this.defects = defects;
        this.reader = new TarReader(source, defects);
        this.recovery = new TarRecovery(source, progress);
        this.further = new FurtherArchives(source, members, defects);
    }

    List<Member> members() {
        return members;
    }

    /// Lists what can be listed; everything else is in the defects.
    void run() {
        progress.advance(0, source.size());
        try {
            list();
        } catch (EvidenceException e) {
            defects.add(Defect.of(e));
        }
        further.end(source.size());
        progress.advance(source.size(), source.size());
    }

    private void list() throws EvidenceException {
        long position = 0;
        while (position >= 0 && position < source.size()) {
            position = reader.headerAt(position).isZero() ? end(position) : memberAt(position);
        }
        if (position >= 0 && !further.isOpen()) {
            defects.add(
                    place(source.size(), source.size()),
                    "the archive ends without its end mark; it may be truncated",
                    Defect.Kind.CUT);
        }
    }

    /// Lists the member at `position`; returns where to go on, or -1 if there is nothing more to go to.
    private long memberAt(long position) throws EvidenceException {
        try {
            return take(position, -1);
        } catch (DamagedHeaderException damaged) {
            if (!leadsToAnother(damaged.position())) {
                return stepOver(damaged);
            }
            defects.add(damaged.at(), damaged.defect() + "; listed as written");
            try {
                return take(position, damaged.position());
            } catch (DamagedHeaderException another) {
                return stepOver(another);
            }
        } catch (EvidenceException beyond) {
            // An extended header that leads beyond the end, or the end itself.
            long behind = recovery.behind(position + TarHeader.BLOCK, Long.MAX_VALUE);
            if (behind < 0) {
                throw beyond;
            }
            defects.add(
                    place(position, behind),
                    beyond.defect()
                            + ", or its size lies: the members from 0x%x on were found behind it"
                                    .formatted(behind));
            return behind;
        }
    }

    private long take(long position, long trusted) throws EvidenceException {
        var found = reader.entryAt(position, trusted);
        if (found.isEmpty()) {
            return -1;
        }
        var entry = found.get();
        var member = entry.member();
        members.add(member);
        nameLength += member.name().length() + member.linkTarget().length();
        if (entry.stored().end() > source.size()) {
            long behind = recovery.behind(member.header().end(), entry.stored().end());
            if (behind >= 0) {
                defects.add(
                        place(member.header().start(), behind),
                        "content of %s is to end at 0x%x, the archive ends at 0x%x: its size lies, and the members from 0x%x on were found behind its header"
                                .formatted(
                                        Quoted.of(member.name()),
                                        entry.stored().end(),
                                        source.size(),
                                        behind));
                return behind;
            }
            defects.add(
                    place(member.header().start(), source.size()),
                    "content of %s is to end at 0x%x, the archive ends at 0x%x; it is truncated"
                            .formatted(
                                    Quoted.of(member.name()), entry.stored().end(), source.size()),
                    Defect.Kind.CUT);
            return -1;
        }
        if (members.size() % MEMBERS_PER_REPORT == 0) {
            progress.advance(position, source.size());
        }
        if (members.size() >= MEMBER_LIMIT || nameLength >= NAME_LIMIT) {
            defects.add(
                    place(Math.min(entry.next(), source.size()), source.size()),
                    "more than %d members or %d MiB of names; the rest is not listed"
                            .formatted(MEMBER_LIMIT, NAME_LIMIT >> 20));
            return -1;
        }
        return entry.next();
    }

    /// Whether nothing but the checksum or the magic of a header is wrong: its size leads to where a whole header stands, or
    /// the end, or another header of which nothing else is wrong.
    private boolean leadsToAnother(long position) throws EvidenceException {
        long at = position;
        for (int damaged = 0; damaged < DAMAGED_IN_A_ROW; damaged++) {
            var header = reader.headerAt(at);
            var size = header.number(TarField.SIZE);
            if (header.checksumMatches()
                    || !header.hasMagic() && !header.isWholeButForItsMagic()
                    || size.isEmpty()
                    || size.getAsLong() < 0) {
                return false;
            }
            at = TarReader.padded(at + TarHeader.BLOCK, size.getAsLong());
            if (at > source.size() - TarHeader.BLOCK) {
                return at == source.size();
            }
            var following = reader.headerAt(at);
            if (following.isZero() || following.isWhole()) {
                return true;
            }
        }
        return false;
    }

    private long stepOver(DamagedHeaderException damaged) throws EvidenceException {
        long start = damaged.position();
        for (long at = start + TarHeader.BLOCK;
                at <= source.size() - TarHeader.BLOCK;
                at += TarHeader.BLOCK) {
            var header = reader.headerAt(at);
            if (header.isWhole()) {
                steppedOver(start, at);
                defects.add(
                        place(start, at),
                        damaged.defect()
                                + "; stepped over to the next whole header, which may be one of an archive within");
                return at;
            }
            if (at % BYTES_PER_REPORT == 0) {
                progress.advance(at, source.size());
            }
        }
        defects.add(place(start, source.size()), damaged.defect() + "; no whole header follows");
        return -1;
    }

    /// Notes that the header at `at` may be the first of an archive that is the content of a member: it stands where that
    /// begins, and the header in front does not say that there is none.
    private void steppedOver(long start, long at) throws EvidenceException {
        var size = reader.headerAt(start).number(TarField.SIZE);
        boolean begins = at == start + TarHeader.BLOCK;
        steppedOver = true;
        within = begins && (size.isEmpty() || size.getAsLong() != 0) ? members.size() : -1;
        withinStart = at;
    }

    /// Where to go on behind the end mark of an archive that is the content of a member with a damaged header; -1 if there is
    /// no whole header behind the mark, which then is that of this archive.
    private long endWithin(long position) throws EvidenceException {
        long next = position;
        while (next <= Math.min(source.size() - TarHeader.BLOCK, position + TRAILER_LIMIT)
                && reader.headerAt(next).isZero()) {
            next += TarHeader.BLOCK;
        }
        if (next - position > TRAILER_LIMIT || recovery.wholeHeader(next) < 0) {
            return -1;
        }
        if (within >= 0) {
            var inner = members.subList(within, members.size());
            defects.add(
                    place(withinStart, next),
                    "an archive of %s, which is the content of the member whose header is damaged; its members are not listed"
                            .formatted(Amount.of(inner.size(), "member")));
            inner.clear();
            within = -1;
            steppedOver = false;
        }
        return next;
    }

    /// Looks at the end mark, which is two blocks of zeros, and at what stands behind it; returns where to go on, or -1.
    private long end(long position) throws EvidenceException {
        long next = steppedOver ? endWithin(position) : -1;
        if (next >= 0) {
            return next;
        }
        long behind = position + 2 * TarHeader.BLOCK;
        if (behind > source.size() || !reader.headerAt(position + TarHeader.BLOCK).isZero()) {
            defects.add(
                    place(position, position + TarHeader.BLOCK),
                    "a lone block of zeros ends the archive",
                    Defect.Kind.ODD);
            behind = position + TarHeader.BLOCK;
        }
        further.end(position);
        long looked = Math.min(source.size(), behind + TRAILER_LIMIT);
        for (long at = behind; at < looked; at += TarHeader.BLOCK) {
            var block = new byte[TarHeader.BLOCK];
            var bytes = source.bytes(at, (int) Math.min(TarHeader.BLOCK, looked - at));
            System.arraycopy(bytes, 0, block, 0, bytes.length);
            var header = new TarHeader(block);
            if (header.isWhole()) {
                further.begin(at);
                reader = new TarReader(source, defects);
                return at;
            }
            if (!header.isZero()) {
                defects.add(
                        place(at, source.size()),
                        "%s behind the end mark, which are no archive and are not listed"
                                .formatted(Amount.of(source.size() - at, "byte")),
                        Defect.Kind.ODD);
                return -1;
            }
        }
        if (looked < source.size()) {
            defects.add(
                    place(looked, source.size()),
                    "more than 1 MiB behind the end mark, not looked at",
                    Defect.Kind.ODD);
        }
        return -1;
    }

    private Location place(long start, long end) {
        return source.locate(new ByteRange(start, end));
    }
}
