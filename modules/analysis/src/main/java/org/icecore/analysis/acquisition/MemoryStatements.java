package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.MEMORY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.acquisition.MemoryTally.Part;
import org.icecore.analysis.content.NamespaceOwners;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.MemberKind;
import org.icecore.checkpoint.memory.Origin.Gap;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskState;

/// Which mapped bytes no image holds.
record MemoryStatements(Checkpoint checkpoint, MemoryTally tally) {

    private static final int MOST_TASKS = 200;

    List<Statement> all() {
        var all = new ArrayList<Statement>();
        var unknown = unknown();
        if (unknown.isPresent()) {
            all.add(
                    Statement.gap(
                            MEMORY,
                            "Memory of tasks",
                            Cell.notCaptured(unknown.get()),
                            "what was mapped, what of it is stored and what is lost is unknown, not none"));
            return all;
        }
        without(all);
        all.add(stored());
        if (tally.stray().bytes() > 0) {
            all.add(
                    Statement.gap(
                                    MEMORY,
                                    "Stored in no mapping",
                                    value(tally.stray()),
                                    "pages of this dump at addresses that the task has not mapped, in none of the sums here: the images do not belong together; no address leads to them")
                            .at(tally.stray().first()));
        }
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
                        "the images that should hold them are missing or damaged; without a pagemap all that was mapped counts, though part of it may never have been written"));
        sometimes(
                Gap.CLEAN_FILE_PAGE,
                "Clean pages of mapped files",
                NamespaceOwners.allWithCriu(checkpoint, "mnt")
                        ? "equal to the file, which CRIU leaves where it is: text of programs and libraries is in the file system of whoever took the checkpoint"
                        : "equal to the file, which CRIU leaves to the root file system: text of programs and libraries is in the image of the container",
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

    private Statement stored() {
        boolean sealed =
                checkpoint.members().stream()
                        .anyMatch(member -> member.kind() instanceof MemberKind.Keys);
        return sealed
                ? Statement.gap(
                        MEMORY,
                        "Stored",
                        Cell.notCaptured("the pages are encrypted"),
                        "the dump holds pages that nobody without the key can read; see what is lost")
                : Statement.fact(
                        MEMORY,
                        "Stored",
                        value(tally.stored()),
                        "mapped bytes with a page in this dump; what two tasks map counts twice, here and below");
    }

    /// Why nothing is known of any task's memory; empty if something is.
    private Optional<String> unknown() {
        if (checkpoint.imageDirectory().isEmpty()) {
            return Optional.of(noImages(checkpoint));
        }
        if (checkpoint.tasks().size() == 0) {
            return Optional.of("no task is known, since no process tree could be read");
        }
        return Optional.empty();
    }

    static String noImages(Checkpoint checkpoint) {
        return checkpoint.archive().loss().explain("no image of CRIU is in the checkpoint");
    }

    /// Tasks whose memory is not known are in none of the sums.
    private void without(List<Statement> all) {
        checkpoint.tasks().all().stream()
                .filter(task -> task.memory().found().isEmpty())
                .filter(task -> !ended(task))
                .limit(MOST_TASKS)
                .forEach(
                        task ->
                                all.add(
                                        Statement.gap(
                                                        MEMORY,
                                                        "Memory of task " + task.pid(),
                                                        Cell.notCaptured(
                                                                task.memory()
                                                                        .absence()
                                                                        .orElseThrow()),
                                                        "what it had mapped is unknown, and in none of the sums below")
                                                .at(task.at())));
    }

    private static boolean ended(Task task) {
        return task.state() == TaskState.ZOMBIE || task.state() == TaskState.DEAD;
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
