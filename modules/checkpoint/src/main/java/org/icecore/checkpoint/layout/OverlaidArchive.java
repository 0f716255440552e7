package org.icecore.checkpoint.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// An archive with one directory more, whose files lie in several places of it.
///
/// What is found below the directory is the member itself, under its own name: so all locations name the layer.
///
/// @param directory as the names of its members would begin
/// @param files names of members, by their names in the directory
record OverlaidArchive(Archive archive, String directory, SequencedMap<String, String> files)
        implements Archive {

    @Override
    public Optional<Member> find(String name) {
        return name.startsWith(directory)
                ? Optional.ofNullable(files.get(name.substring(directory.length())))
                        .flatMap(archive::find)
                : archive.find(name);
    }

    @Override
    public void below(String wanted, BiConsumer<String, Member> visitor) {
        if (wanted.equals(directory)) {
            files.forEach(
                    (name, member) ->
                            archive.find(member).ifPresent(file -> visitor.accept(name, file)));
        } else {
            archive.below(wanted, visitor);
        }
    }

    @Override
    public Path path() {
        return archive.path();
    }

    @Override
    public Packing packing() {
        return archive.packing();
    }

    @Override
    public long size() {
        return archive.size();
    }

    @Override
    public List<Member> members() {
        return archive.members();
    }

    @Override
    public ByteSource open(Member member) throws EvidenceException {
        return archive.open(member);
    }

    @Override
    public ByteSource beginning(Member member) throws EvidenceException {
        return archive.beginning(member);
    }

    @Override
    public Archive nested(Member member, Progress progress) throws EvidenceException {
        return archive.nested(member, progress);
    }

    @Override
    public List<Defect> defects() {
        return archive.defects();
    }

    @Override
    public List<Archive> further() {
        return archive.further();
    }

    @Override
    public Digest sha256(Progress progress) throws EvidenceException {
        return archive.sha256(progress);
    }

    @Override
    public void close() {
        archive.close();
    }
}
