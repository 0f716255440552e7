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
    private static final double INDENT = 10;
    private static final double DISCLOSURE = 20;

    /// A text that is never longer than this is not cut either.
    private static final double SHORT_TEXT = 112;
    private static final double LEAST_FIRST = 128;

    /// A name that is never longer than this is not cut for the sake of other columns.
    private static final double SHORT_NAME = 240;

    /// The column that names the row gets more of the room than others.
    private static final double NAMES = 2.2;

    /// Texts of about the same length differ in width by their letters; so many of the longest are measured.
    private static final int MEASURED = 8;

    private final Map<String, Column<R, ?>> specs;
    private final Control control;
    private final ObservableList<? extends TableColumnBase<?, ?>> columns;
    private final ColumnMemory memory;
    private final Text plain = new Text();
    private final Text mono = new Text();
    private final Map<String, Texts> seen = new HashMap<>();
    private boolean chosen;
    private boolean fitting;

    /// What is left of columns where there is not enough for all, in pixels.
    ///
    /// @param title up to this a title is not cut
    /// @param text no text is narrower
    /// @param words up to this words are not cut
    /// @param code up to this an address, a path or a command line is not cut: its beginning alone tells nothing
    private record Floor(double title, double text, double words, double code) {
        static final Floor WHOLE_TITLES = new Floor(120, 52, 84, 124);
        static final Floor READABLE = new Floor(60, 52, 84, 124);

        /// Just shows that there is something to read: beside other views, where scrolling a few columns is no help.
        static final Floor BESIDE = new Floor(44, 30, 44, 84);

        private static final double NARROW_VIEW = 400;

        /// Those that may be tried in so much room, from what reads best; where none fits, the reader scrolls.
        static List<Floor> in(double room) {
            return room < NARROW_VIEW
                    ? List.of(WHOLE_TITLES, READABLE, BESIDE)
                    : List.of(WHOLE_TITLES, READABLE);
        }

        /// What is kept of texts in a column.
        double kept(double content, boolean mono) {
            return Math.max(text, Math.min(content, mono ? code : words));
        }

        boolean titlesOfTexts() {
            return title > 100;
        }
    }

    /// A row and how deep it lies in its tree.
    record Sample<R>(R row, int depth) {}

    /// A text seen in a column and what stands before it, in pixels.
    private record Seen(String text, double before) {
        private static final Comparator<Seen> NARROWER =
                Comparator.comparingDouble(seen -> seen.text.length() * 8 + seen.before);
    }

    /// The longest texts seen in a column, and the longest of nine rows of ten.
    private record Texts(List<Seen> longest, List<Seen> usual) {
        static Texts of(List<Seen> seen) {
            var sorted = seen.stream().sorted(Seen.NARROWER).toList();
            return new Texts(
                    longest(sorted), longest(sorted.subList(0, (sorted.size() * 9 + 9) / 10)));
        }

        /// Whether no row says anything.
        boolean isHollow() {
            return longest.stream().allMatch(seen -> seen.text.isEmpty() || seen.text.equals("-"));
        }

        Texts with(Texts other) {
            return new Texts(
                    longest(Stream.concat(longest.stream(), other.longest.stream()).toList()),
                    longest(Stream.concat(usual.stream(), other.usual.stream()).toList()));
        }

        private static List<Seen> longest(List<Seen> among) {
            return among.stream()
                    .distinct()
                    .sorted(Seen.NARROWER.reversed())
                    .limit(MEASURED)
                    .toList();
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
        var widths = ColumnFit.widths(claims(shown, room), room);
        fitting = true;
        try {
            for (var i = 0; i < shown.size(); i++) {
                shown.get(i).setPrefWidth(Rows.asked(widths.get(i)));
            }
        } finally {
            fitting = false;
        }
    }

    private List<ColumnFit.Claim> claims(List<? extends TableColumnBase<?, ?>> shown, double room) {
        return Floor.in(room).stream()
                .map(floor -> shown.stream().map(column -> claim(column, floor)).toList())
                .filter(claims -> ColumnFit.fit(claims, room))
                .findFirst()
                .orElseGet(
                        () -> shown.stream().map(column -> claim(column, Floor.READABLE)).toList());
    }

    private ColumnFit.Claim claim(TableColumnBase<?, ?> column, Floor floor) {
        var spec = specs.get(column.getId());
        if (spec == null) {
            return ColumnFit.Claim.whole(column.getPrefWidth());
        }
        var title = width(plain, spec.title()) + PADDING;
        var least = Math.min(title, floor.title());
        var texts = seen.get(column.getId());
        if (texts == null) {
            return new ColumnFit.Claim(Math.max(spec.width(), title), floor.text());
        }
        if (texts.isHollow() && !isFirst(column)) {
            return ColumnFit.Claim.hollow(title);
        }
        var content = width(column, spec, texts.longest());
        var natural = Math.max(content, title);
        var most = width(column, spec, texts.usual());
        var usual = content <= SHORT_TEXT ? natural : Math.max(most, title);
        if (spec.whole()) {
            // A row in ten may be cut where it is no number: such as the one address beyond all
            // others.
            var needed = spec.right() ? content : most;
            return new ColumnFit.Claim(
                    natural, spec.right() ? natural : usual, Math.max(needed, least), 1);
        }
        if (isFirst(column)) {
            // A single deep row may be the one that matters.
            return new ColumnFit.Claim(
                    natural, content <= SHORT_NAME ? natural : usual, LEAST_FIRST, NAMES);
        }
        var text =
                content <= SHORT_TEXT
                        ? Math.max(content, floor.text())
                        : floor.kept(most, spec.mono());
        return new ColumnFit.Claim(
                natural, usual, floor.titlesOfTexts() ? Math.max(text, least) : text, 1);
    }

    private double width(TableColumnBase<?, ?> column, Column<R, ?> spec, List<Seen> texts) {
        var probe = spec.mono() ? mono : plain;
        return texts.stream()
                        .mapToDouble(seen -> width(probe, seen.text()) + seen.before())
                        .max()
                        .orElse(0)
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
