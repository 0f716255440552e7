package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.MEMORY;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.acquisition.MemoryTally.Part;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.memory.Origin.Gap;

/// Which mapped bytes no image holds.
record MemoryStatements(MemoryTally tally) {

    List<Statement> all() {
        var all = new ArrayList<Statement>();
        all.add(
                Statement.fact(
                        MEMORY,
                        "Stored",
                        value(tally.stored()),
                        "mapped bytes with a page in this dump; what two tasks map counts twice, here and below"));
        all.add(
                Statement.fact(
                        MEMORY,
                        "Never written",
                        value(tally.zero()),
                        "all zero when the dump was taken; no page is stored for them"));
        all.add(
                always(
                        Gap.IN_PARENT,
                        "In an earlier dump that is not here",
                        "no mapped page was left to a dump that is not here",
                        "the content is in that dump; supply it (--parent, Supply Parent)"));
        all.add(
                always(
                        Gap.LAZY,
                        "Lazy pages",
                        "no mapped page was left to be fetched later",
                        "they were to be fetched by whoever restores, and are in no file"));
        all.add(
                always(
                        Gap.DAMAGED,
                        "Lost",
                        "no mapped page is missing for want of an image",
                        "the images that should hold them are missing or damaged"));
        sometimes(
                Gap.CLEAN_FILE_PAGE,
                "Clean pages of mapped files",
                "equal to the file, which CRIU leaves to the root file system: text of programs and libraries is in the image of the container",
                all);
        sometimes(
                Gap.SHARED_FILE_PAGE,
                "Pages of shared files",
                "they belong to the file; what it held then is not dumped",
                all);
        sometimes(
                Gap.KERNEL,
                "Pages of the kernel",
                "the kernel makes them anew; no checkpoint holds them",
                all);
        sometimes(
                Gap.EXTERNAL,
                "Memory of devices and others",
                "left to plugins of CRIU, or not dumped at all",
                all);
        return all;
    }

    private Statement always(Gap gap, String subject, String none, String why) {
        var part = tally.missing(gap);
        return part.bytes() == 0
                ? Statement.fact(MEMORY, subject, Cell.text("none"), none)
                : Statement.gap(MEMORY, subject, value(part), why).at(part.first());
    }

    private void sometimes(Gap gap, String subject, String why, List<Statement> all) {
        var part = tally.missing(gap);
        if (part.bytes() > 0) {
            all.add(Statement.gap(MEMORY, subject, value(part), why).at(part.first()));
        }
    }

    static Cell value(Part part) {
        return Cell.text(
                part.bytes() == 0
                        ? "none"
                        : "%s in %s"
                                .formatted(
                                        CellText.size(part.bytes()),
                                        Counted.of(part.tasks(), "task")));
    }
}
