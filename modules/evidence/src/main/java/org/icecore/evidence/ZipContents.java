package org.icecore.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A zip archive: what is stored is read in place, what is compressed through one working copy for all of it.
final class ZipContents implements Contents {

    private static final int LONGEST_TARGET = 4096;
    /// Stands in the place of a method in what WinZip encrypts.
    private static final int AES = 99;

    /// The archive and what stands in front of it: the places of members are counted from there.
    private final ByteSource whole;
    private final String chain;
    private final Optional<WorkingCopy> copy;
    private final List<Member> members;
    private final Map<Member, ByteSource> contents;
    private final Map<Member, ZipEntry> unread;
    private final Map<ZipEntry, UnpackingLimitException> leftOut;
    private final ZipPlaces places;
    private final MemberNames names;
    private final List<Defect> defects;

    private ZipContents(
            ByteSource whole,
            ByteSource zip,
            String chain,
            List<ZipEntry> entries,
            ZipPlaces places,
            ZipContent content,
            DefectList found)
            throws EvidenceException {
        this.whole = whole;
        this.chain = chain;
        this.copy = content.copy();
        this.contents = new IdentityHashMap<>();
        this.unread = new IdentityHashMap<>();
        this.leftOut = content.leftOut();
        this.places = places;
        this.members = new ArrayList<>();
        for (var entry : entries) {
            var bytes = Optional.ofNullable(content.of().get(entry));
            var member = member(entry, bytes, whole.size() - zip.size());
            members.add(member);
            if (bytes.isPresent()) {
                contents.put(member, bytes.get());
            } else {
                unread.put(member, entry);
            }
        }
        for (var entry : entries) {
            var tooLarge = leftOut.get(entry);
            if (tooLarge != null) {
                found.add(
                        tooLarge.at(),
                        "%s is left out: its %s"
                                .formatted(Quoted.of(entry.name()), tooLarge.defect()));
            }
        }
        copy.ifPresent(unpacked -> found.addAll(unpacked.defects()));
        tell(found, entry -> entry.encrypted());
        tell(found, entry -> !entry.encrypted() && ZipMethod.of(entry.method()).isEmpty());
        this.names = MemberNames.of(members, whole, found);
        this.defects = found.toList();
    }

    static ZipContents of(ByteSource zip, Nesting nesting, Progress progress)
            throws EvidenceException {
        return of(zip, zip, new DefectList(), nesting, progress);
    }

    /// The same of an archive at the end of `bytes`.
    static ZipContents behind(ZipFront front, ByteSource bytes, Nesting nesting, Progress progress)
            throws EvidenceException {
        var defects = new DefectList();
        defects.add(front.defect(bytes));
        return of(bytes, front.zip(), defects, nesting, progress);
    }

    private static ZipContents of(
            ByteSource whole,
            ByteSource zip,
            DefectList defects,
            Nesting nesting,
            Progress progress)
            throws EvidenceException {
        long limit = nesting.budget().unpacking().limit();
        var listed = ZipListing.of(zip, limit, defects, progress);
        var settled =
                new ZipReadings(zip, listed.end(), limit, defects, progress)
                        .settled(listed.entries());
        var entries = new ZipNames(zip, defects).read(settled);
        var places = new ZipPlaces(zip, entries, listed.end(), defects);
        var content = ZipContent.of(zip, places, nesting, progress);
        boolean opened = false;
        try {
            var contents =
                    new ZipContents(whole, zip, nesting.chain(), entries, places, content, defects);
            opened = true;
            return contents;
        } finally {
            if (!opened) {
                content.copy().ifPresent(WorkingCopy::close);
            }
        }
    }

    private static Member member(ZipEntry entry, Optional<ByteSource> content, long front)
            throws EvidenceException {
        boolean file = entry.type() == Member.Type.FILE;
        var target = "";
        if (entry.type() == Member.Type.SYMBOLIC_LINK && content.isPresent()) {
            int length = (int) Math.min(LONGEST_TARGET, content.get().size());
            target = new String(content.get().bytes(0, length), StandardCharsets.UTF_8);
        }
        return new Member(
                entry.name(),
                target,
                file ? content.map(ByteSource::size).orElse(Math.max(0, entry.size())) : 0,
                new Member.Attributes(entry.type(), entry.mode(), -1, -1, entry.modified()),
                ByteRange.of(front + entry.record().start(), entry.record().length()),
                ByteRange.of(front + entry.record().end(), 0));
    }

    @Override
    public Archive.Packing packing() {
        return Archive.Packing.ZIP;
    }

    @Override
    public List<Member> members() {
        return Collections.unmodifiableList(members);
    }

    @Override
    public Optional<Member> find(String name) {
        return names.find(name);
    }

    @Override
    public ByteSource open(Member member) throws EvidenceException {
        var content = contents.get(member);
        if (content != null && member.type() == Member.Type.FILE) {
            var name = MemberNames.shown(member, names.isReplaced(member));
            return new NamedSource(chain + name, content);
        }
        var entry = unread.get(member);
        if (entry != null && leftOut.containsKey(entry)) {
            throw new UnpackingLimitException(leftOut.get(entry));
        }
        var refusal = Optional.ofNullable(entry).flatMap(places::refusal);
        if (refusal.isPresent()) {
            throw new EvidenceException(refusal.get().at(), refusal.get().defect());
        }
        throw new EvidenceException(
                whole.locate(member.header()),
                Quoted.of(member.name()) + " " + absence(member.type(), unread.get(member)));
    }

    /// Says once of all such files that they cannot be read, as far as they are not stored.
    private void tell(DefectList found, Predicate<ZipEntry> which) {
        var files =
                members.stream()
                        .filter(member -> member.type() == Member.Type.FILE)
                        .filter(unread::containsKey)
                        .filter(
                                member ->
                                        unread.get(member).method() != ZipEntry.STORED
                                                || unread.get(member).encrypted())
                        .filter(member -> which.test(unread.get(member)))
                        .toList();
        if (!files.isEmpty()) {
            var first = files.getFirst();
            found.add(
                    whole.locate(first.header()),
                    Quoted.of(first.name())
                            + " "
                            + absence(first.type(), unread.get(first))
                            + (files.size() == 1
                                    ? ""
                                    : "; so it is with %s"
                                            .formatted(
                                                    Amount.of(files.size() - 1, "other member"))));
        }
    }

    private static String absence(Member.Type type, @Nullable ZipEntry entry) {
        if (type != Member.Type.FILE || entry == null) {
            return "is not a file and has no content";
        } else if (entry.encrypted()) {
            return "is encrypted with a password%s; unpack the zip archive with it first"
                    .formatted(entry.method() == AES ? " by AES" : "");
        } else if (entry.method() != ZipEntry.STORED && ZipMethod.of(entry.method()).isEmpty()) {
            return "is packed by %s, which Icecore does not unpack; unpack the zip archive by the program that packed it"
                    .formatted(ZipMethod.title(entry.method()));
        }
        return "cannot be read";
    }

    @Override
    public List<Defect> defects() {
        return defects;
    }

    @Override
    public void close() {
        copy.ifPresent(WorkingCopy::close);
    }
}
