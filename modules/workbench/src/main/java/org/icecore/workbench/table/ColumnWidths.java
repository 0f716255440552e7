package org.icecore.workbench.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.scene.control.Control;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// Fits the columns of a table to what was seen in them and to the width of the table, until the examiner moves one: then
/// all widths are the examiner's and are kept.
///
/// Widths grow with what is seen and do not shrink again, so that columns stand still while rows come and go.
final class ColumnWidths<R> {
    private static final int SAMPLE = 400;
    private static final int LONGEST = 400;
    private static final double SCROLL_BAR = 13;
    private static final double PADDING = 14;
    private static final double ICON = 20;
    private static final double INDENT = 14;
    private static final double DISCLOSURE = 20;

    /// A title may be cut down to this where its column is narrow.
    private static final double SHORT_TITLE = 60;

    private static final double LEAST_TEXT = 52;

    /// A text that is never longer than this is not cut either.
    private static final double SHORT_TEXT = 92;
    private static final double LEAST_FIRST = 144;

    /// The column that names the row gets more of the room than others.
    private static final double NAMES = 2.2;

    /// The title of a number may be cut before a text is.
    private static final double TITLES = 0.6;

    private final Map<String, Column<R, ?>> specs;
    private final Control control;
    private final ObservableList<? extends TableColumnBase<?, ?>> columns;
    private final ColumnMemory memory;
    private final Text plain = new Text();
    private final Text mono = new Text();
    private final Map<String, Texts> seen = new HashMap<>();
    private boolean chosen;
    private boolean fitting;

    /// A row and how deep it lies in its tree.
    record Sample<R>(R row, int depth) {}

    /// A text seen in a column and what stands before it, in pixels.
    private record Seen(String text, double before) {
        private static final Comparator<Seen> NARROWER =
                Comparator.comparingDouble(seen -> seen.text.length() * 8 + seen.before);

        Seen widest(Seen other) {
            return NARROWER.compare(this, other) < 0 ? other : this;
        }
    }

    /// The longest text seen in a column, and the longest in nine rows of ten.
    private record Texts(Seen longest, Seen usual) {
        static Texts of(List<Seen> seen) {
            var sorted = seen.stream().sorted(Seen.NARROWER).toList();
            return new Texts(sorted.getLast(), sorted.get((sorted.size() * 9 + 9) / 10 - 1));
        }

        Texts with(Texts other) {
            return new Texts(longest.widest(other.longest), usual.widest(other.usual));
        }
    }

    /// @param probes where texts are measured in the fonts of the theme; the probes do not show
    ColumnWidths(
            TableSetup<R> setup,
            Control control,
            ObservableList<? extends TableColumnBase<?, ?>> columns,
            Pane probes) {
        this.specs =
                setup.columns().stream().collect(Collectors.toMap(Column::id, Function.identity()));
        this.control = control;
        this.columns = columns;
        memory = new ColumnMemory(setup.id(), setup.preferences());
        mono.getStyleClass().add("mono");
        Stream.of(plain, mono)
                .forEach(
                        probe -> {
                            probe.setManaged(false);
                            probe.setVisible(false);
                            probes.getChildren().add(probe);
                        });
        columns.forEach(
                column ->
                        column.setVisible(
                                !specs.containsKey(column.getId())
                                        || !specs.get(column.getId()).onDemand()));
        chosen = memory.restore(columns);
        columns.addListener((Observable _) -> changed());
        columns.forEach(
                column -> {
                    column.visibleProperty().subscribe((_, _) -> changed());
                    column.widthProperty()
                            .subscribe(
                                    (_, _) -> {
                                        if (!fitting) {
                                            chosen = true;
                                            memory.write(columns, true);
                                        }
                                    });
                });
        control.widthProperty().subscribe(_ -> fit());
    }

    /// Takes note of rows, in the order shown; the first some hundred count.
    void see(Stream<Sample<R>> rows) {
        var sample = rows.limit(SAMPLE).toList();
        if (!sample.isEmpty()) {
            columns.stream()
                    .filter(column -> specs.containsKey(column.getId()))
                    .forEach(
                            column ->
                                    seen.merge(
                                            column.getId(),
                                            Texts.of(
                                                    sample.stream()
                                                            .map(row -> seen(column, row))
                                                            .toList()),
                                            Texts::with));
        }
        fit();
    }

    /// True once the examiner moved a column.
    boolean chosen() {
        return chosen;
    }

    /// Takes the widths out of the examiner's hands again.
    void forget() {
        chosen = false;
        changed();
    }

    /// The columns that the examiner may hide: all but the one that names the row.
    List<? extends TableColumnBase<?, ?>> optional() {
        return columns.stream()
                .filter(column -> specs.containsKey(column.getId()) && !isFirst(column))
                .toList();
    }

    /// The title of a column, which its header may show in a way of its own.
    String title(TableColumnBase<?, ?> column) {
        return specs.get(column.getId()).title();
    }

    private void changed() {
        memory.write(columns, chosen);
        fit();
    }

    private Seen seen(TableColumnBase<?, ?> column, Sample<R> sample) {
        var spec = specs.get(column.getId());
        var text = spec.textOf(sample.row());
        return new Seen(
                text.substring(0, Math.min(LONGEST, text.length())),
                (isFirst(column) ? sample.depth() * INDENT : 0)
                        + (spec.icon().apply(sample.row()).isPresent() ? ICON : 0));
    }

    private void fit() {
        var room = control.getWidth() - SCROLL_BAR;
        if (chosen || fitting || room <= 0) {
            return;
        }
        if (control.getScene() != null) {
            plain.applyCss();
            mono.applyCss();
        }
        var shown = columns.stream().filter(TableColumnBase::isVisible).toList();
        var widths = ColumnFit.widths(shown.stream().map(this::claim).toList(), room);
        fitting = true;
        try {
            for (var i = 0; i < shown.size(); i++) {
                shown.get(i).setPrefWidth(Rows.asked(widths.get(i)));
            }
        } finally {
            fitting = false;
        }
    }

    private ColumnFit.Claim claim(TableColumnBase<?, ?> column) {
        var spec = specs.get(column.getId());
        if (spec == null) {
            return ColumnFit.Claim.whole(column.getPrefWidth());
        }
        var title = width(plain, spec.title()) + PADDING;
        var texts = seen.get(column.getId());
        if (texts == null) {
            return new ColumnFit.Claim(Math.max(spec.width(), title), LEAST_TEXT);
        }
        var content = width(column, spec, texts.longest());
        var natural = Math.max(content, title);
        var least = Math.min(title, SHORT_TITLE);
        if (spec.whole()) {
            // A row in ten may be cut where it is no number: such as the one address beyond all
            // others.
            var needed = spec.right() ? content : width(column, spec, texts.usual());
            return new ColumnFit.Claim(natural, Math.max(needed, least), TITLES);
        }
        if (isFirst(column)) {
            return new ColumnFit.Claim(natural, LEAST_FIRST, NAMES);
        }
        return new ColumnFit.Claim(
                natural, content <= SHORT_TEXT ? Math.max(content, LEAST_TEXT) : LEAST_TEXT);
    }

    private double width(TableColumnBase<?, ?> column, Column<R, ?> spec, Seen text) {
        return width(spec.mono() ? mono : plain, text.text())
                + text.before()
                + (isTree(column) ? DISCLOSURE : 0)
                + PADDING;
    }

    private boolean isTree(TableColumnBase<?, ?> column) {
        return isFirst(column) && control instanceof TreeTableView<?>;
    }

    private boolean isFirst(TableColumnBase<?, ?> column) {
        return specs.containsKey(column.getId())
                && columns.stream()
                        .filter(other -> specs.containsKey(other.getId()))
                        .findFirst()
                        .filter(first -> first == column)
                        .isPresent();
    }

    private static double width(Text probe, String text) {
        probe.setText(text);
        return Math.ceil(probe.getLayoutBounds().getWidth());
    }
}
