package org.icecore.app.desktop;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchCommands;
import org.icecore.workbench.command.Handler;

/// Which two checkpoints are compared.
final class CompareCommands {
    static final String SHOW_COMPARISON = "compare.show";
    static final String SWAP = "compare.swap";
    static final String STOP_COMPARING = "compare.stop";

    private final Bench bench;
    private final DesktopParts parts;
    private final DesktopActions actions;

    CompareCommands(Bench bench, DesktopParts parts, DesktopActions actions) {
        this.bench = bench;
        this.parts = parts;
        this.actions = actions;
    }

    void contribute(CommandList list) {
        var several = Bindings.createBooleanBinding(() -> bench.items().size() > 1, bench.items());
        ObservableValue<Boolean> chosen =
                bench.comparison().map(state -> state.chosen().isPresent());
        list.add(
                "shortcut+d",
                CommandList.command(
                        BenchCommands.CHOOSE_PAIR,
                        "Compare",
                        "Compare...",
                        "Chooses two open checkpoints and compares them",
                        "compare"),
                Handler.of(actions::choosePair, several));
        list.add(
                "shortcut+shift+d v",
                CommandList.command(
                        SHOW_COMPARISON,
                        "Compare",
                        "Show Comparison",
                        "Shows what changed between the two checkpoints",
                        "show-comparison"),
                Handler.of(parts.comparison()::show, chosen));
        list.add(
                "shortcut+shift+d s",
                CommandList.command(
                        SWAP,
                        "Compare",
                        "Swap Before and After",
                        "Compares the other way round",
                        "swap"),
                Handler.of(bench::swap, chosen));
        list.add(
                "shortcut+shift+d x",
                CommandList.command(
                        STOP_COMPARING,
                        "Compare",
                        "Stop Comparing",
                        "Forgets the pair and its comparison",
                        "stop-comparing"),
                Handler.of(bench::forgetPair, chosen));
    }
}
