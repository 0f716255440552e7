package org.icecore.checkpoint.container;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.evidence.Location;
import org.icecore.evidence.MemberPath;

/// Whether pages of a dump lie in other dumps, and whether those are here.
public sealed interface Ancestry {

    /// It refers to no other dump.
    record Whole() implements Ancestry {}

    /// It refers to others, and they are here. Directories are told as the names of their members begin.
    ///
    /// @param pages the directory of the page server that kept its pages
    /// @param parents the image directories of the dumps before, the nearest first
    record Complete(Optional<String> pages, List<String> parents) implements Ancestry {

        public Complete {
            parents = List.copyOf(parents);
        }

        /// All of them.
        public List<String> directories() {
            return Stream.concat(pages.stream(), parents.stream()).toList();
        }

        /// All of them, as they are called.
        public List<String> names() {
            return directories().stream().map(one -> new MemberPath(one).name()).toList();
        }
    }

    /// A dump that it refers to is not here. It can be supplied when the checkpoint is opened.
    ///
    /// @param wanted as the link `parent` names it; empty if there is no link
    /// @param at that link's place, or that of a page which is left to it
    /// @param why it is not
    /// @param used whether pages were left to it; if not, nothing lacks without it
    record ParentMissing(String wanted, Location at, Reason why, boolean used) implements Ancestry {

        /// Why a link to a parent leads to none.
        public enum Reason {
            /// There is no dump where it leads to.
            NOT_HERE("which is not here"),
            /// Pages are left to one, but no link leads there: what copies without links loses it.
            NO_LINK("but there is no link `parent` that says to which"),
            /// It leads back to the dump itself or to one that refers to it.
            CIRCLE("which is a circle: a dump cannot be its own parent"),
            /// More dumps before this one than are followed.
            TOO_MANY(
                    "which is not followed: there are more dumps before this one than any migration makes");

            private final String words;

            Reason(String words) {
                this.words = words;
            }
        }

        /// What to supply, or that nothing is to be supplied.
        public String needed() {
            var why =
                    this.why == Reason.NO_LINK
                            ? "%s leaves pages to a dump before this one, %s"
                                    .formatted(at.member(), this.why.words)
                            : "%s leads to %s, %s".formatted(at.member(), wanted, this.why.words);
            return used
                    ? why
                            + (this.why == Reason.NOT_HERE ? ": " : "; ")
                            + "supply the dump before this one (of Podman the archive that was written with --pre-checkpoint)"
                    : why + "; no page was left to it, so nothing lacks";
        }

        /// The same, if it turns out that no page was left to it.
        public ParentMissing unused() {
            return new ParentMissing(wanted, at, why, false);
        }
    }

    /// Its pages were sent to a page server and lie in another folder. It can be supplied when the checkpoint is opened.
    ///
    /// @param directory with the images, in which there is no pagemap
    record PagesMissing(String directory) implements Ancestry {

        /// What to supply.
        public String needed() {
            return "no pagemap is in %s although there is memory: the pages were sent to a page server; supply the folder in which it kept them"
                    .formatted(directory.isEmpty() ? "the image directory" : directory);
        }
    }
}
