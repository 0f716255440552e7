package org.icecore.app.desktop;

import java.util.Optional;
import org.icecore.analysis.compare.Comparison;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.compare.MemoryCompareEditor;
import org.icecore.views.compare.MemoryCompareKey;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.memory.MemoryEditor;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.log.Severity;
import org.icecore.workbench.part.Parts;

/// Next and previous change from wherever the keys are: what has no changes of its own leaves the step to the editor in
/// front; from the memory of a task of one checkpoint the step leads to the same memory before and after.
record ChangeSteps(Parts parts, Bench bench, ErrorLog log) {

    /// What a command does where the part with the keys does not know it.
    Handler handler(String command) {
        return Handler.of(
                () ->
                        ofTheFront(command)
                                .ifPresentOrElse(
                                        Handler::run,
                                        () ->
                                                memory().ifPresent(
                                                                key ->
                                                                        step(
                                                                                key,
                                                                                command.equals(
                                                                                        DeskCommands
                                                                                                .NEXT_CHANGE)))),
                parts.frontEditor()
                        .map(_ -> ofTheFront(command).isPresent() || memory().isPresent()));
    }

    private Optional<Handler> ofTheFront(String command) {
        return parts.frontEditor()
                .getValue()
                .flatMap(parts::editor)
                .flatMap(editor -> Optional.ofNullable(editor.handlers().get(command)));
    }

    private Optional<MemoryKey> memory() {
        return parts.frontEditor()
                .getValue()
                .filter(MemoryKey.class::isInstance)
                .map(MemoryKey.class::cast);
    }

    private void step(MemoryKey key, boolean forward) {
        bench.comparison()
                .get()
                .found()
                .filter(comparison -> holds(comparison, key))
                .ifPresentOrElse(
                        comparison -> step(comparison, key, forward), () -> tell(missing(key)));
    }

    private void step(Comparison comparison, MemoryKey key, boolean forward) {
        if (!MemoryCompareEditor.hasSteps(comparison, key.pid())) {
            tell(
                    "Nothing to step through: the memory of task %s is the same before and after."
                            .formatted(key.pid()));
            return;
        }
        var caret =
                parts.editor(key)
                        .filter(MemoryEditor.class::isInstance)
                        .map(MemoryEditor.class::cast)
                        .map(MemoryEditor::caret)
                        .orElse(key.address());
        parts.openEditor(new MemoryCompareKey(key.pid()))
                .ifPresent(
                        editor -> {
                            if (editor instanceof MemoryCompareEditor memory) {
                                memory.stepFrom(caret, forward);
                            }
                        });
    }

    private String missing(MemoryKey key) {
        return bench.comparison().get().found().isPresent()
                ? "No changes to step through: %s is neither of the two that are compared."
                        .formatted(key.checkpoint())
                : bench.comparison().get().chosen().isPresent()
                        ? "No changes to step through yet: the comparison is not finished."
                        : "No changes to step through: compare two checkpoints first.";
    }

    private static boolean holds(Comparison comparison, MemoryKey key) {
        return comparison.before().id().equals(key.checkpoint())
                || comparison.after().id().equals(key.checkpoint());
    }

    private void tell(String why) {
        log.report(Severity.NOTICE, why, "");
    }
}
