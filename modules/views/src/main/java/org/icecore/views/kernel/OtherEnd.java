package org.icecore.views.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import org.icecore.analysis.content.PeerTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.views.bench.BenchSelection;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;

/// Steps from the selected end of a pipe, a socket or a terminal to the other one: whoever shows tasks and descriptors follows.
public final class OtherEnd {
    static final String SOURCE = "other-end";

    private final BenchSelection selection;
    private final Jobs jobs;
    private final Consumer<String> tell;
    private Optional<ArtefactRef> from = Optional.empty();

    /// @param tell says in words why there is nowhere to step to
    public OtherEnd(BenchSelection selection, Jobs jobs, Consumer<String> tell) {
        this.selection = selection;
        this.jobs = jobs;
        this.tell = tell;
    }

    /// What the command does: enabled while a descriptor is selected whose file has another end.
    public Handler handler() {
        return Handler.of(
                this::step,
                Bindings.createBooleanBinding(
                        () -> descriptor().isPresent(),
                        selection.ref(),
                        selection.checkpoint(),
                        selection.task()));
    }

    private Optional<ArtefactRef.OfDescriptor> descriptor() {
        return selection
                .ref()
                .get()
                .filter(ArtefactRef.OfDescriptor.class::isInstance)
                .map(ArtefactRef.OfDescriptor.class::cast)
                .filter(
                        ref ->
                                selection.task().get().stream()
                                        .filter(task -> task.pid().equals(ref.pid()))
                                        .map(task -> task.descriptor(ref.fd()))
                                        .map(found -> found.flatMap(FileDescriptor::file))
                                        .flatMap(file -> file.found().stream())
                                        .anyMatch(PeerTable::hasOtherEnd));
    }

    private void step() {
        var wanted = descriptor();
        var checkpoint = selection.checkpoint().get();
        if (wanted.isPresent() && checkpoint.isPresent()) {
            jobs.start(
                            "finding the other end of " + wanted.get().text(),
                            _ -> held(checkpoint.get(), wanted.get()))
                    .whenDone(
                            end -> {
                                if (end instanceof Outcome.Done<List<PeerTable.Row>>(var held)) {
                                    go(checkpoint.get(), wanted.get(), held);
                                }
                            });
        }
    }

    /// The end itself, once; nothing if its file has no other.
    private static List<PeerTable.Row> held(Checkpoint checkpoint, ArtefactRef.OfDescriptor of) {
        var table = PeerTable.of(checkpoint);
        return table.rows().stream().filter(row -> table.ref(row).equals(of)).toList();
    }

    static List<ArtefactRef> others(Checkpoint checkpoint, ArtefactRef.OfDescriptor of) {
        return others(checkpoint, held(checkpoint, of));
    }

    private static List<ArtefactRef> others(Checkpoint checkpoint, List<PeerTable.Row> held) {
        return held.stream().flatMap(row -> row.others(checkpoint).stream()).toList();
    }

    /// Where several hold the other end, the way back leads to where one came from, and any other way to the first.
    private void go(
            Checkpoint checkpoint, ArtefactRef.OfDescriptor wanted, List<PeerTable.Row> held) {
        var others = others(checkpoint, held);
        if (others.isEmpty()) {
            tell.accept(
                    held.stream()
                            .map(PeerTable.Row::why)
                            .findFirst()
                            .map(
                                    why ->
                                            "Fd %s of task %s of %s: %s."
                                                    .formatted(
                                                            wanted.fd(),
                                                            wanted.pid(),
                                                            wanted.checkpoint(),
                                                            why))
                            .orElse("Fd %s has no other end.".formatted(wanted.fd())));
        } else {
            var to = from.filter(others::contains).orElse(others.getFirst());
            from = Optional.of(wanted);
            selection.select(SOURCE, to);
        }
    }
}
