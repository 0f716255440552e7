package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.Terminal;
import org.icecore.checkpoint.task.Task;

/// Who has to do with terminals: the leader of the session that one controls, the tasks in its foreground, and who has it open.
record TerminalHolders(List<Task> tasks, Map<Long, List<String>> open) {

    static TerminalHolders of(Checkpoint checkpoint) {
        var terminals =
                checkpoint.files().stream()
                        .filter(OpenFile.Tty.class::isInstance)
                        .map(OpenFile.Tty.class::cast)
                        .toList();
        var descriptors =
                DescriptorHolders.of(
                        checkpoint,
                        terminals.stream().map(OpenFile::id).collect(Collectors.toSet()));
        var open = new LinkedHashMap<Long, List<String>>();
        for (var tty : terminals) {
            open.computeIfAbsent(tty.infoId(), _ -> new ArrayList<>())
                    .addAll(
                            descriptors.of(tty.id()).stream()
                                    .map(DescriptorHolders::name)
                                    .toList());
        }
        return new TerminalHolders(checkpoint.tasks().all(), open);
    }

    Cell leader(Terminal terminal) {
        if (terminal.session() == 0) {
            return Cell.notApplicable("it controls no session");
        }
        return tasks.stream()
                .filter(task -> task.pid().value() == terminal.session())
                .findFirst()
                .map(task -> Cell.text(name(task)))
                .orElseGet(
                        () ->
                                Cell.notCaptured(
                                        "no task of the checkpoint leads session %d: its leader ended, or is outside"
                                                        .formatted(terminal.session())
                                                + " of the container"));
    }

    Cell foreground(Terminal terminal) {
        if (terminal.group() == 0) {
            return Cell.notApplicable("no group is in its foreground");
        }
        var members =
                names(
                        task ->
                                task.kin()
                                        .found()
                                        .filter(kin -> kin.group() == terminal.group())
                                        .isPresent());
        return members.isEmpty()
                ? Cell.notCaptured(
                        "no task of the checkpoint is in group %d".formatted(terminal.group()))
                : new Cell.Names(members);
    }

    Cell holders(Terminal terminal) {
        return new Cell.Names(
                List.copyOf(new LinkedHashSet<>(open.getOrDefault(terminal.id(), List.of()))));
    }

    private List<String> names(Predicate<Task> which) {
        return tasks.stream().filter(which).map(TerminalHolders::name).toList();
    }

    private static String name(Task task) {
        return "%s %s".formatted(task.pid(), task.comm());
    }
}
