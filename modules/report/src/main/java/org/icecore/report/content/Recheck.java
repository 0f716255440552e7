package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Location;
import org.icecore.report.Block;
import org.icecore.report.Listing;
import org.icecore.report.Paragraph;
import org.icecore.report.Section;

/// How a reader who trusts nobody finds every statement of the report in the evidence, with common tools.
final class Recheck {

    private Recheck() {}

    static Section of(List<Exhibit> exhibits) {
        var blocks = new ArrayList<Block>();
        blocks.add(
                Paragraph.of(
                        "A place such as checkpoint/pages-1.img+0x3420..0x3430 names a member of the archive, the first byte in it and"
                                + " the byte after the last, counted from 0. It stands in small print below what it proves. Where a place"
                                + " begins with the name of the archive itself, its bytes are those of the unpacked archive: a header of a"
                                + " member. In tables of changes, the words before and after say which archive is meant."));
        exhibits.forEach(exhibit -> blocks.add(commands(exhibit)));
        return Section.of("How to re-check it", "recheck", blocks);
    }

    /// The commands for an exhibit, shown on the entry of its first task.
    private static Block commands(Exhibit exhibit) {
        var name = quoted(exhibit.name());
        var lines = new ArrayList<String>();
        var packing = exhibit.checkpoint().archive().packing();
        if (packing != Archive.Packing.DIRECTORY) {
            lines.add("sha256sum %s".formatted(name));
        }
        exhibit.checkpoint().tasks().all().stream()
                .limit(1)
                .forEach(task -> lines.add(command(packing, name, task.at())));
        return Listing.of("Commands for " + exhibit.name(), lines);
    }

    private static String command(Archive.Packing packing, String name, Location at) {
        var member = quoted(at.member());
        var part = "xxd -s 0x%x -l 0x%x".formatted(at.range().start(), at.range().length());
        return switch (packing) {
            case TAR -> "tar -xOf %s %s | %s".formatted(name, member, part);
            case TAR_GZIP -> "tar -xzOf %s %s | %s".formatted(name, member, part);
            case TAR_ZSTD -> "tar --zstd -xOf %s %s | %s".formatted(name, member, part);
            case DIRECTORY -> "%s %s/%s".formatted(part, name, member);
        };
    }

    /// The name as one word of a POSIX shell, whatever is in it.
    static String quoted(String name) {
        var safe = name.startsWith("-") ? "./" + name : name;
        return safe.matches("[A-Za-z0-9_./:@%+=,-]+")
                ? safe
                : "'%s'".formatted(safe.replace("'", "'\\''"));
    }
}
