package org.icecore.checkpoint.layout;

import java.util.Optional;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Member;

/// Follows links from member to member of one archive, and never out of it.
record Links(Archive archive) {

    private static final int MOST_STEPS = 8;

    /// The file that `name` is or leads to; empty if it leads out, in a circle, or to nothing.
    Optional<Member> file(String name) {
        var at = Optional.of(name);
        for (int step = 0; step < MOST_STEPS && at.isPresent(); step++) {
            var member = archive.find(at.get());
            if (member.isEmpty()) {
                return Optional.empty();
            }
            switch (member.get().type()) {
                case FILE -> {
                    return member;
                }
                case SYMBOLIC_LINK -> at = target(at.get(), member.get().linkTarget());
                case HARD_LINK -> at = target("", member.get().linkTarget());
                case DIRECTORY, FIFO, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> target(String link, String target) {
        if (target.startsWith("/")) {
            return Optional.empty();
        }
        var directory = link.substring(0, link.lastIndexOf('/') + 1);
        return ParentLink.resolved(directory, target)
                .map(path -> path.isEmpty() ? path : path.substring(0, path.length() - 1));
    }
}
