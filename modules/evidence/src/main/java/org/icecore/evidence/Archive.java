package org.icecore.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/// An archive file or a directory, opened read-only; its members are read in place.
///
/// Safe for use by several threads. Closing it ends all its sources and removes a working copy, if there was one.
public interface Archive extends AutoCloseable {

    /// Opens what lies at `path`, recognised by its content; `progress` counts the bytes of the file.
    ///
    /// @throws EvidenceException if it is no archive or cannot be read; damage within becomes [#defects()]
    /// @throws java.util.concurrent.CancellationException if `progress` says so; nothing is left behind
    static Archive open(Path path, Progress progress) throws EvidenceException {
        return open(path, Unpacking.standard(), progress);
    }

    /// As [#open(Path, Progress)], with a say in where and how far a compressed archive is unpacked.
    static Archive open(Path path, Unpacking unpacking, Progress progress)
            throws EvidenceException {
        return new Opening(path, Nesting.outermost(unpacking), progress).open();
    }

    /// A file of a folder by itself, whatever it holds, as the only member of an archive; its folder is not looked into.
    ///
    /// @throws EvidenceException if it is no regular file or cannot be read
    static Archive ofFile(Path path) throws EvidenceException {
        return FolderArchive.ofFile(path, Nesting.outermost(Unpacking.standard()));
    }

    /// Whether `bytes` begin as an archive does that can be opened: a tar, a zip, or a compressed tar.
    ///
    /// @throws EvidenceException if they cannot be read
    static boolean isArchive(ByteSource bytes) throws EvidenceException {
        return Recognition.recognises(bytes);
    }

    /// `base` and others that belong to it, as one archive: archives nested in it, or files that it needs.
    ///
    /// The names and locations of the others' members begin with the name they are joined by and `: `, so that each
    /// location names a member of the whole. Path, size, packing and digest are those of `base`. Closing it closes all.
    ///
    /// @param others by that name; of nested ones the way to them, e.g. `mailed.zip: before.tar`
    static Archive joined(Archive base, SequencedMap<String, Archive> others) {
        return others.isEmpty() ? base : new JoinedArchive(base, others);
    }

    /// The file or directory that was opened.
    Path path();

    /// The other files and directories that members come from, in the order in which they were joined; none for an archive that
    /// is one file. Those of archives that are nested in the file itself are not among them.
    default List<Archive> further() {
        return List.of();
    }

    /// How the members are packed.
    Packing packing();

    /// Bytes of the file as it lies on disk; for a directory, of all its files together.
    long size();

    /// The members, in the order in which they lie in the archive; in name order for a directory.
    List<Member> members();

    /// The member of that name; the last one where a name occurs twice, as `tar -x` would leave it.
    Optional<Member> find(String name);

    /// Hands out the members whose names begin with `directory`, each with the rest of its name, in the order of the archive.
    ///
    /// @param directory as the names of its members begin
    default void below(String directory, BiConsumer<String, Member> visitor) {
        for (var member : members()) {
            if (member.name().startsWith(directory)) {
                visitor.accept(member.name().substring(directory.length()), member);
            }
        }
    }

    /// The content of a file member; its locations are the member's name and the offset in it, as after `tar -x`.
    ///
    /// @throws EvidenceException if the member is not a file or its content lies beyond the end of the archive
    ByteSource open(Member member) throws EvidenceException;

    /// The content of a file member as far as it is there: all of it as a rule, and what lies before the cut where the
    /// archive ends within it, which is less than [Member#size()]. For whoever says so, or has no need of the whole.
    ///
    /// @throws EvidenceException if the member is not a file or nothing of it can be read
    default ByteSource beginning(Member member) throws EvidenceException {
        return open(member);
    }

    /// The archive that lies in a file member, recognised by its content; it is to be closed before this one.
    ///
    /// A plain tar is read in place, a compressed one through a working copy; the limit of [Unpacking] is for all that
    /// is nested in one archive together. The locations of its members name the way to them:
    /// `mailed.tar: checkpoint/pstree.img+0x0..0x4`. Its path, size and digest are those of the file on disk.
    ///
    /// @throws EvidenceException if the content is no archive, cannot be read, or lies more than eight archives deep
    /// @throws java.util.concurrent.CancellationException if `progress`, which counts the member's bytes, says so
    Archive nested(Member member, Progress progress) throws EvidenceException;

    /// What is wrong with the archive although its members could be listed: truncation, bad checksums, duplicate names.
    List<Defect> defects();

    /// What may have become of something that is not in the archive: nothing if no defect says otherwise; behind the cut if
    /// the archive ends before its end; lost if it is damaged elsewhere.
    default Loss loss() {
        return Loss.of(defects());
    }

    /// SHA-256 of the file as it lies on disk; of a compressed one, as it was when it was unpacked.
    ///
    /// @throws EvidenceException if the file cannot be read to its end, or `path` is a directory
    Digest sha256(Progress progress) throws EvidenceException;

    @Override
    void close();

    /// How members are packed in the file.
    enum Packing {
        TAR,
        TAR_GZIP,
        TAR_ZSTD,
        TAR_XZ,
        TAR_BZIP2,
        ZIP,
        DIRECTORY
    }
}
