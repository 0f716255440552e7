package org.icecore.evidence;

import java.util.List;
import java.util.Optional;

/// The members of a tar archive that lies in a [ByteSource], as `rootfs-diff.tar` does in a checkpoint archive.
///
/// Found by going from header to header, so the cost is that of the headers, whatever the size of the content. Reads the
/// formats of POSIX (ustar, pax), of GNU tar and of the archivers before them, with their sparse files. Sources:
/// POSIX.1-2017, pax, "Extended Description"; GNU tar manual, "Tar Internals".
public final class TarIndex {

    private final ByteSource archive;
    private final List<Member> members;
    private final MemberNames names;
    private final List<Defect> defects;

    private TarIndex(
            ByteSource archive, List<Member> members, MemberNames names, List<Defect> defects) {
        this.archive = archive;
        this.members = members;
        this.names = names;
        this.defects = defects;
    }

    /// Indexes `archive`; damage inside it becomes [#defects()].
    ///
    /// @throws EvidenceException if the bytes do not begin as a tar archive does
    public static TarIndex of(ByteSource archive, Progress progress) throws EvidenceException {
        if (!Signature.of(archive).isTar()) {
            throw new EvidenceException(
                    archive.locate(new ByteRange(0, Math.min(archive.size(), TarHeader.BLOCK))),
                    "not a tar archive; " + Signature.of(archive).description());
        }
        var defects = new DefectList();
        var scan = new TarScan(archive, progress, defects);
        scan.run();
        var members = withSlashes(scan.members(), archive, defects);
        var names = MemberNames.of(members, archive, defects);
        return new TarIndex(archive, members, names, defects.toList());
    }

    /// The same members, read with slashes where all of the archive has backslashes between folders: as some archivers for
    /// Windows write, but for the end of a folder's name. On Linux a backslash may stand in any name.
    private static List<Member> withSlashes(
            List<Member> members, ByteSource archive, DefectList defects) {
        Optional<Member> first = Optional.empty();
        for (var member : members) {
            int slash = member.name().indexOf('/');
            if (slash >= 0 && slash < member.name().length() - 1) {
                return List.copyOf(members);
            }
            if (first.isEmpty() && member.name().indexOf('\\') > 0) {
                first = Optional.of(member);
            }
        }
        if (first.isEmpty()) {
            return List.copyOf(members);
        }
        defects.add(
                archive.locate(first.get().header()),
                "names are written with \\ between folders, as some archivers for Windows do, from %s on; read as /"
                        .formatted(Quoted.of(first.get().name())),
                Defect.Kind.ODD);
        return members.stream()
                .map(member -> member.named(member.name().replace('\\', '/')))
                .toList();
    }

    /// The members, in the order in which they lie in the archive.
    public List<Member> members() {
        return members;
    }

    /// The member of that name, `./` in front and `/` behind aside; the last one where a name occurs twice.
    public Optional<Member> find(String name) {
        return names.find(name);
    }

    /// The content of a file member; its locations are those of the source that the archive lies in.
    ///
    /// @throws EvidenceException if the member is not a file or its content lies beyond the end of the archive
    public ByteSource open(Member member) throws EvidenceException {
        var header = archive.locate(member.header());
        if (member.type() != Member.Type.FILE) {
            throw new EvidenceException(
                    header, Quoted.of(member.name()) + " is not a file and has no content");
        }
        if (member.payload().length() == member.size()) {
            return stored(member, member.payload());
        }
        var entry =
                new TarReader(archive, new DefectList())
                        .entryAt(member.header().start(), -1)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                member.name() + " is not of this archive"));
        var map =
                entry.sparse()
                        .orElseThrow(
                                () ->
                                        new EvidenceException(
                                                header,
                                                "content reaches beyond any archive; it is truncated"));
        return new SparseSource(map, stored(member, entry.stored()), header);
    }

    /// The content of a file member as far as it is there; less than its size where the archive ends within it.
    ///
    /// @throws EvidenceException if the member is not a file or nothing of it can be read
    public ByteSource beginning(Member member) throws EvidenceException {
        var content = member.payload();
        boolean isCut =
                member.type() == Member.Type.FILE
                        && content.length() == member.size()
                        && content.start() < archive.size()
                        && content.end() > archive.size();
        return isCut ? archive.slice(new ByteRange(content.start(), archive.size())) : open(member);
    }

    /// What is wrong with the archive: damaged headers, truncation, names that occur twice or lead out of it.
    public List<Defect> defects() {
        return defects;
    }

    boolean isReplaced(Member member) {
        return names.isReplaced(member);
    }

    private ByteSource stored(Member member, ByteRange content) throws EvidenceException {
        if (content.end() > archive.size()) {
            throw new EvidenceException(
                    archive.locate(new ByteRange(member.header().start(), archive.size())),
                    "content of %s is to end at 0x%x, the archive ends at 0x%x; it is truncated"
                            .formatted(Quoted.of(member.name()), content.end(), archive.size()),
                    Defect.Kind.CUT);
        }
        return archive.slice(content);
    }
}
