package org.icecore.evidence;

/// The name of a member or directory as the way to it: archives that hold each other end in `: `, directories in `/`, e.g.
/// `pod.zip: web/after.tar: checkpoint/pstree.img`. Nothing is resolved.
///
/// @param text as locations show it; empty for the top of the outermost archive
public record MemberPath(String text) {

    /// What follows the name of an archive that is entered.
    public static final String INTO = ": ";

    private static final String DIRECTORY = "/";

    /// The innermost archive on the way, up to and with its `: `; empty in the outermost.
    public String archive() {
        return text.substring(0, archiveEnd());
    }

    /// What follows [#archive()].
    public String inArchive() {
        return text.substring(archiveEnd());
    }

    /// Whether it lies in an archive within the outermost one.
    public boolean isNested() {
        return archiveEnd() > 0;
    }

    /// The directory or archive that it lies in, with its `/` or `: `; empty at the top of the outermost archive.
    public String parent() {
        return text.substring(0, lastStart());
    }

    /// The last name on the way, of a directory or archive without its end.
    public String last() {
        return text.substring(lastStart(), nameEnd());
    }

    /// The way without the `/` or `: ` at its end, as a directory or archive is called.
    public String name() {
        return text.substring(0, nameEnd());
    }

    /// Whether it is a file in that very directory, not in one below or in an archive that lies there.
    ///
    /// @param directory with its `/` or `: `; empty for the top of the outermost archive
    public boolean isFileIn(String directory) {
        return text.startsWith(directory)
                && text.indexOf(DIRECTORY, directory.length()) < 0
                && text.indexOf(INTO, directory.length()) < 0;
    }

    private int archiveEnd() {
        int into = text.lastIndexOf(INTO);
        return into < 0 ? 0 : into + INTO.length();
    }

    private int nameEnd() {
        if (text.endsWith(INTO)) {
            return text.length() - INTO.length();
        }
        return text.endsWith(DIRECTORY) ? text.length() - DIRECTORY.length() : text.length();
    }

    private int lastStart() {
        int before = nameEnd() - 1;
        int into = text.lastIndexOf(INTO, before - INTO.length() + 1);
        return Math.max(
                text.lastIndexOf(DIRECTORY, before) + 1, into < 0 ? 0 : into + INTO.length());
    }
}
