package org.icecore.checkpoint.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;

/// The member `parent` of an image directory, by which an incremental dump names the one before it.
///
/// CRIU makes a symbolic link (criu, `open_image_dir`); what copies without links leaves a file with its target.
///
/// @param directory in which it lies, as the names of its members begin
/// @param target as written
record ParentLink(String directory, String target) {

    private static final String NAME = "parent";
    private static final int LONGEST = 4096;

    /// The link in `directory`; empty if there is none, or a file that is none.
    static Optional<ParentLink> in(Archive archive, String directory) {
        return archive.find(directory + NAME)
                .flatMap(member -> target(archive, member))
                .filter(target -> !target.isBlank())
                .map(target -> new ParentLink(directory, target));
    }

    private static Optional<String> target(Archive archive, Member member) {
        if (member.type() == Member.Type.SYMBOLIC_LINK) {
            return Optional.of(member.linkTarget());
        }
        if (member.type() != Member.Type.FILE || member.size() > LONGEST) {
            return Optional.empty();
        }
        try {
            var bytes = archive.open(member).bytes(0, (int) member.size());
            var text = new String(bytes, StandardCharsets.UTF_8);
            return text.chars().allMatch(c -> c >= ' ' && c != 0x7f && c != 0xfffd)
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (EvidenceException _) {
            return Optional.empty();
        }
    }

    /// The directory that it names, as the names of its members begin; empty if that leads out of the archive.
    Optional<String> inside() {
        if (target.startsWith("/")) {
            return Optional.empty();
        }
        // What is nested in the archive is a world of its own.
        var from = new MemberPath(directory);
        return resolved(from.inArchive(), target).map(path -> from.archive() + path);
    }

    /// `target` as seen from `directory`; empty if it leads out.
    static Optional<String> resolved(String directory, String target) {
        var path = new ArrayDeque<String>();
        for (var step : (directory + target).split("/")) {
            if (step.equals("..")) {
                if (path.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return Optional.of(path.isEmpty() ? "" : String.join("/", path) + "/");
    }
}
