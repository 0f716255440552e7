package org.icecore.views.compare;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.icecore.analysis.table.CellText;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.ItemState;
import org.icecore.views.bench.Pair;

/// A line in which the examiner says which two of the open checkpoints are compared, and in which order.
///
/// Proposes the present pair, or the first and the last that were opened, in the order of their times.
final class PairChooser extends FlowPane {
    private final Bench bench;
    private final ComboBox<BenchItem> before = box("Before");
    private final ComboBox<BenchItem> after = box("After");
    private final Button compare = new Button("Compare");
    private Subscription subscription = Subscription.EMPTY;
    private Subscription states = Subscription.EMPTY;

    PairChooser(Bench bench) {
        super(8, 4);
        this.bench = bench;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("pair-chooser");
        compare.setOnAction(_ -> choose());
        before.valueProperty().subscribe(this::check);
        after.valueProperty().subscribe(this::check);
        getChildren()
                .addAll(label("Before", before), before, label("After", after), after, compare);
        managedProperty().bind(visibleProperty());
        subscription =
                bench.items()
                        .subscribe(this::watch)
                        .and(bench.comparison().subscribe(_ -> offer()));
        watch();
    }

    void dispose() {
        subscription.unsubscribe();
        states.unsubscribe();
    }

    ComboBox<BenchItem> before() {
        return before;
    }

    ComboBox<BenchItem> after() {
        return after;
    }

    Button compare() {
        return compare;
    }

    private void watch() {
        states.unsubscribe();
        states = Subscription.EMPTY;
        for (var item : bench.items()) {
            states = states.and(item.state().subscribe((ItemState _) -> offer()));
        }
        offer();
    }

    private void offer() {
        var open = bench.open();
        var chosen = bench.comparison().get().chosen();
        setVisible(open.size() > 2 || open.size() == 2 && chosen.isEmpty());
        if (before.getItems().equals(open) && chosen.isEmpty()) {
            return;
        }
        before.getItems().setAll(open);
        after.getItems().setAll(open);
        var proposed = chosen.or(() -> proposed(open));
        proposed.map(Pair::before).ifPresent(before::setValue);
        proposed.map(Pair::after).ifPresent(after::setValue);
        check();
    }

    private Optional<Pair> proposed(List<BenchItem> open) {
        return open.size() < 2
                ? Optional.empty()
                : Optional.of(bench.ordered(open.getFirst(), open.getLast()));
    }

    private void check() {
        var chosen = Optional.ofNullable(before.getValue());
        var other = Optional.ofNullable(after.getValue());
        compare.setDisable(chosen.isEmpty() || other.isEmpty() || chosen.equals(other));
    }

    private void choose() {
        bench.compareAs(before.getValue(), after.getValue());
    }

    private static ComboBox<BenchItem> box(String name) {
        var box = new ComboBox<BenchItem>();
        box.setAccessibleText(name);
        box.setConverter(new Titles());
        return box;
    }

    private static Label label(String words, ComboBox<BenchItem> box) {
        var label = new Label(words);
        label.setLabelFor(box);
        label.getStyleClass().add("muted");
        return label;
    }

    private static final class Titles extends StringConverter<BenchItem> {
        @Override
        public String toString(BenchItem item) {
            return item == null ? "" : words(item);
        }

        @Override
        public BenchItem fromString(String text) {
            throw new UnsupportedOperationException("the list is not edited");
        }

        private static String words(BenchItem item) {
            return item.checkpoint()
                    .flatMap(checkpoint -> checkpoint.container().checkpointed())
                    .map(at -> "%s  %s".formatted(item.title(), CellText.moment(at)))
                    .orElse(item.title());
        }
    }
}
