package org.icecore.views.compare;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.ComparisonState;
import org.icecore.views.bench.GoesTo;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.state.ViewState;

/// What every part of a comparison is made with.
///
/// @param bench where the pair is chosen
/// @param wayBack how to undo a comparison that nobody asked for by name; empty if there is nothing to undo
public record CompareParts(
        Bench bench, WorkbenchServices services, ObjectProperty<Optional<WayBack>> wayBack) {
    private static final String CHOOSE =
            "Open two checkpoints and compare them to see what changed.";

    /// The parts over a bench.
    public static CompareParts of(Bench bench, WorkbenchServices services) {
        var wayBack = new SimpleObjectProperty<Optional<WayBack>>(Optional.empty());
        return new CompareParts(bench, services, wayBack);
    }

    /// How far the comparison of the chosen pair is.
    ObservableValue<ComparisonState> state() {
        return bench.comparison();
    }

    /// The comparison, if it is there.
    Optional<Comparison> comparison() {
        return state().getValue().found();
    }

    /// What a part shows in a state of the comparison; a finished one is ready, whatever it did not cover.
    static ViewState viewState(ComparisonState state) {
        return switch (state) {
            case ComparisonState.NoPair _ -> new ViewState.NothingSelected(CHOOSE);
            case ComparisonState.Running(_, var job) -> new ViewState.Loading(job);
            case ComparisonState.Done _ -> new ViewState.Ready();
            case ComparisonState.Failed(_, var message) -> new ViewState.Failed(message, "");
            case ComparisonState.Cancelled _ ->
                    new ViewState.Empty(
                            "The comparison was cancelled. Compare the two again to begin it anew.");
        };
    }

    /// Shows the memory of a pid side by side, at an address.
    void openMemory(Pid pid, VirtualAddress address) {
        services.parts()
                .openEditor(new MemoryCompareKey(pid))
                .ifPresent(
                        editor -> {
                            if (editor instanceof GoesTo memory) {
                                memory.goTo(address);
                            }
                        });
    }
}
