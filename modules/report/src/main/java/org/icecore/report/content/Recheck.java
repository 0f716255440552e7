package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Location;
import org.icecore.evidence.MemberPath;
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
                                + " member. Where (unpacked) stands behind the name, they are those of what the member unpacks to."
                                + " In tables of changes, the words before and after say which archive is meant."));
        if (exhibits.stream()
                .anyMatch(exhibit -> !exhibit.checkpoint().archive().further().isEmpty())) {
            blocks.add(
                    Paragraph.of(
                            "Pages that a dump before left to it are read from the archive of that dump: their places begin with its name"
                                    + " and a colon."));
        }
        exhibits.forEach(exhibit -> blocks.add(commands(exhibit)));
        return Section.of("How to re-check it", "recheck", blocks);
    }

    /// The commands for an exhibit, shown on the entry of its first task.
    private static Block commands(Exhibit exhibit) {
        var name = quoted(exhibit.name());
        var lines = new ArrayList<String>();
        var archive = exhibit.checkpoint().archive();
        var packing = archive.packing();
        Stream.concat(Stream.of(archive), archive.further().stream())
                .filter(file -> file.packing() != Archive.Packing.DIRECTORY)
                .forEach(file -> lines.add("sha256sum %s".formatted(quoted(Exhibit.name(file)))));
        exhibit.checkpoint().tasks().all().stream()
                .limit(1)
                .forEach(task -> lines.add(command(packing, name, task.at())));
        return Listing.of("Commands for " + exhibit.name(), lines);
    }

    /// An archive within is taken out by libarchive's tar, which tells the compression of what it is piped.
    private static String command(Archive.Packing packing, String name, Location at) {
        var way = List.of(at.member().split(MemberPath.INTO));
        var member = quoted(way.getFirst());
        var part = "xxd -s 0x%x -l 0x%x".formatted(at.range().start(), at.range().length());
        if (way.size() == 1 && packing == Archive.Packing.DIRECTORY) {
            return "%s %s/%s".formatted(part, name, member);
        }
        var within =
                way.stream()
                        .skip(1)
                        .map(step -> "bsdtar -xOf - %s | ".formatted(quoted(step)))
                        .collect(Collectors.joining());
        return "%s | %s%s".formatted(extraction(packing, name, member), within, part);
    }

    private static String extraction(Archive.Packing packing, String name, String member) {
        return switch (packing) {
            case TAR -> "tar -xOf %s %s".formatted(name, member);
            case TAR_GZIP -> "tar -xzOf %s %s".formatted(name, member);
            case TAR_ZSTD -> "tar --zstd -xOf %s %s".formatted(name, member);
            case TAR_XZ -> "tar -xJOf %s %s".formatted(name, member);
            case TAR_BZIP2 -> "tar -xjOf %s %s".formatted(name, member);
            case ZIP -> "unzip -p %s %s".formatted(name, member);
            case DIRECTORY -> "cat %s/%s".formatted(name, member);
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
