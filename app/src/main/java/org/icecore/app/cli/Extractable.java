package org.icecore.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icecore.analysis.content.RecoveredFileTable;
import org.icecore.analysis.content.RootfsTable;
import org.icecore.analysis.content.TmpfsTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.checkpoint.content.StoredFiles;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;
import org.icecore.evidence.Progress;

/// A file whose content can be written out.
///
/// @param what in a few words
/// @param raw whether the member itself is meant, not the file that it is kept for
record Extractable(ArtefactRef artefact, String what, boolean raw) {

    /// All files of that name, of different content each.
    static List<Extractable> named(Checkpoint checkpoint, String name, Progress progress) {
        var found = new LinkedHashMap<String, Extractable>();
        var recovered = RecoveredFileTable.of(checkpoint, progress);
        for (var row : recovered.rows()) {
            var one = new Extractable(row.ref(), row.kind().label(), false);
            if (row.isCalled(name) || name.equals(one.ref()) || one.isMember(name)) {
                found.putIfAbsent(one.ref(), one);
            }
        }
        var changes = RootfsTable.of(checkpoint);
        for (var row : changes.rows()) {
            var ref = new ArtefactRef.OfRootfsEntry(checkpoint.id(), row.path());
            if (row.entry().isPresent() && (name.equals(row.path()) || name.equals(ref.text()))) {
                found.putIfAbsent(
                        ref.text(), new Extractable(ref, "exported root file system", false));
            }
        }
        for (var row : TmpfsTable.volumes(checkpoint, progress).rows()) {
            var ref = new ArtefactRef.OfMember(checkpoint.id(), row.member());
            if (row.entry().type() == Member.Type.FILE
                    && (name.equals(row.path())
                            || name.equals(row.member())
                            || name.equals(ref.text()))) {
                found.putIfAbsent(ref.text(), new Extractable(ref, "volume", false));
            }
        }
        if (found.isEmpty()) {
            members(checkpoint, name).forEach((ref, one) -> found.put(ref, one));
        }
        return List.copyOf(found.values());
    }

    /// Members whose name is or ends in that one.
    private static Map<String, Extractable> members(Checkpoint checkpoint, String name) {
        var found = new LinkedHashMap<String, Extractable>();
        var exact = checkpoint.member(name).filter(Extractable::isFile);
        checkpoint.members().stream()
                .filter(Extractable::isFile)
                .map(member -> member.member().name())
                .filter(
                        member ->
                                exact.isPresent()
                                        ? member.equals(name)
                                        : member.endsWith("/" + name))
                .forEach(
                        member -> {
                            var ref = new ArtefactRef.OfMember(checkpoint.id(), member);
                            found.put(member, new Extractable(ref, "member", true));
                        });
        return found;
    }

    private static boolean isFile(CheckpointMember member) {
        return member.member().type() == Member.Type.FILE;
    }

    /// A name for this one alone.
    String ref() {
        return raw && artefact instanceof ArtefactRef.OfMember(_, var member)
                ? member
                : artefact.text();
    }

    private boolean isMember(String name) {
        return artefact instanceof ArtefactRef.OfMember(_, var member)
                && new MemberPath(member).isNested()
                && member.equals(name);
    }

    Observed<StoredFile> content(Checkpoint checkpoint, Progress progress) {
        return raw && artefact instanceof ArtefactRef.OfMember(_, var member)
                ? raw(checkpoint, member)
                : StoredFiles.of(checkpoint, artefact, progress);
    }

    private static Observed<StoredFile> raw(Checkpoint checkpoint, String name) {
        var member = checkpoint.archive().find(name);
        if (member.isEmpty()) {
            return Observed.notCaptured(name + " is not in the archive");
        }
        try {
            var bytes = checkpoint.archive().beginning(member.get());
            return Observed.present(
                    StoredFile.of(name, bytes, member.get().size()),
                    bytes.locate(new ByteRange(0, bytes.size())));
        } catch (EvidenceException e) {
            return Observed.malformed(e);
        }
    }
}
