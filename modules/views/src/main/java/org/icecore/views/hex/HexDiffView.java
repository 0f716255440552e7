package org.icecore.views.hex;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.paint.Color;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.DiffSide;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexCopy;
import org.icecore.views.hex.model.HexDiffModel;
import org.icecore.views.hex.model.HexRegion;
import org.icecore.views.hex.model.HexRow;

/// Two contents side by side, aligned by address.
///
/// State, changes and position are in [#model]. F8 and Shift+F8 step through the changes, Tab goes through the columns
/// of both sides.
public final class HexDiffView extends HexSurface {

    private final HexDiffModel model;
    private final StringProperty beforeTitle =
            new SimpleStringProperty(this, "beforeTitle", "before");
    private final StringProperty afterTitle = new SimpleStringProperty(this, "afterTitle", "after");
    private final HexSearch search;
    private final RowLook look = new RowLook();

    /// A comparison of nothing; `background` runs searches and samples the minimap.
    public HexDiffView(Executor background) {
        this(new HexDiffModel(), background);
    }

    private HexDiffView(HexDiffModel model, Executor background) {
        super(model.navigation(), background, 2);
        this.model = model;
        this.search =
                new HexSearch(
                        new HexSearch.Sought(
                                model::active,
                                model.navigation(),
                                model::select,
                                () ->
                                        model.sideProperty().get() == DiffSide.BEFORE
                                                ? "before"
                                                : "after"),
                        background,
                        this::tell);
        search.patternProperty().subscribe(this::repaint);
        setAccessibleRoleDescription("hex comparison");
        model.navigation().rowsProperty().subscribe(_ -> sample());
        model.sideProperty().subscribe(this::repaint);
        model.currentProperty().subscribe(this::repaint);
        beforeTitle.subscribe(this::repaint);
        afterTitle.subscribe(this::repaint);
    }

    private void sample() {
        minimap()
                .show(
                        new EitherSide(
                                model.content(DiffSide.BEFORE), model.content(DiffSide.AFTER)),
                        model.changesProperty().get());
    }

    /// Contents, changes, caret and position.
    public HexDiffModel model() {
        return model;
    }

    /// Finding bytes on the side that has the keys.
    public HexSearch search() {
        return search;
    }

    /// The words above the left pane.
    public StringProperty beforeTitleProperty() {
        return beforeTitle;
    }

    /// The words above the right pane.
    public StringProperty afterTitleProperty() {
        return afterTitle;
    }

    /// Goes to the next change and tells its position; false, and a notice, if there is none.
    public boolean nextChange() {
        return step(true);
    }

    /// Goes to the previous change and tells its position; false, and a notice, if there is none.
    public boolean previousChange() {
        return step(false);
    }

    /// Copies the selection from one side, whichever the caret is on.
    public HexCopy copy(DiffSide side, HexCopy.Format format) {
        model.sideProperty().set(side);
        return copy(format);
    }

    @Override
    boolean step(boolean forward) {
        boolean moved = forward ? model.nextChange() : model.previousChange();
        tell(
                moved
                        ? model.position()
                        : forward ? "No change after this one." : "No change before this one.");
        return true;
    }

    @Override
    String speech() {
        var side = model.sideProperty().get() == DiffSide.BEFORE ? beforeTitle : afterTitle;
        var change = model.currentProperty().get().isPresent() ? model.position() + ", " : "";
        return "%s, %s%s".formatted(side.get(), change, super.speech());
    }

    @Override
    HexContent source() {
        return model.active();
    }

    @Override
    AddressSpan copied() {
        return model.copied();
    }

    @Override
    void lay(int count) {
        model.layoutProperty().set(model.layoutProperty().get().withBytesPerRow(count));
    }

    @Override
    boolean toggleFold(long address) {
        return model.toggleFold(address);
    }

    @Override
    public void selectRegion() {
        model.regionAt(model.sideProperty().get(), navigation().cursor().caret())
                .ifPresent(region -> navigation().select(region.span()));
    }

    @Override
    void enter(int pane) {
        model.sideProperty().set(side(pane));
    }

    @Override
    int activePane() {
        return model.sideProperty().get().ordinal();
    }

    private static DiffSide side(int pane) {
        return pane == 0 ? DiffSide.BEFORE : DiffSide.AFTER;
    }

    @Override
    String tooltip(int pane, long address) {
        var content = model.content(side(pane));
        boolean absent = content.read(address, 1).state(0) == ByteState.NOT_CAPTURED;
        return absent ? "Not captured: " + content.origin(address) : "";
    }

    @Override
    void paintHeader(HexPainter painter, int pane, double left, double width) {
        painter.header(left, width, (pane == 0 ? beforeTitle : afterTitle).get());
    }

    @Override
    void paintRow(HexPainter painter, int pane, double left, double y, double width, HexRow row) {
        switch (row.kind()) {
            case TITLE -> {
                boolean executable =
                        model.regionAt(side(pane), row.span().first())
                                .filter(HexRegion::executable)
                                .isPresent();
                painter.title(left, y, width, row, executable);
            }
            case GAP -> painter.gap(left, y, width, row);
            case FOLDED, UNFOLDED -> paintFold(painter, pane, left, y, width, row);
            case BYTES -> paintBytes(painter, pane, left, y, row);
        }
    }

    private void paintFold(
            HexPainter painter, int pane, double left, double y, double width, HexRow row) {
        var state = model.content(side(pane)).read(row.span().first(), 1).state(0);
        boolean folded = row.kind() == HexRow.Kind.FOLDED;
        boolean selected =
                folded
                        && pane == activePane()
                        && navigation().selection().filter(row.span()::intersects).isPresent();
        painter.fold(left, y, width, row, state == ByteState.NOT_CAPTURED, selected);
        model.changesProperty()
                .get()
                .kindIn(row.span())
                .filter(_ -> folded)
                .ifPresent(kind -> painter.marker(left, y, kind.marker(), DiffLook.ink(kind)));
        if (folded && pane == activePane() && row.span().contains(navigation().cursor().caret())) {
            painter.caretRow(left, y, width, isFocused());
        }
    }

    private void paintBytes(HexPainter painter, int pane, double left, double y, HexRow row) {
        var colours = paletteProperty().get();
        var mine = read(pane, row);
        var other = read(1 - pane, row);
        look.begin(row, mine);
        if (mine.known(0)) {
            look.stripe(colours.origin(model.stripeAt(side(pane), row.span().first())));
        }
        var current = current();
        DiffLook.apply(look, side(pane), row, mine, other, current, colours);
        search.patternProperty()
                .get()
                .map(pattern -> new HitLook(pattern, colours))
                .ifPresent(
                        hits ->
                                hits.mark(
                                        look,
                                        row,
                                        model.content(side(pane)),
                                        navigation()
                                                .selection()
                                                .filter(_ -> pane == activePane())));
        navigation()
                .selection()
                .ifPresent(
                        span -> {
                            var colour = colours.selection();
                            look.back(
                                    row,
                                    span,
                                    pane == activePane()
                                            ? colour
                                            : colour.deriveColor(0, 1, 1, 0.4));
                        });
        painter.bytes(left, y, row, mine, look);
        if (current.filter(row.span()::intersects).isPresent()) {
            painter.emphasis(left, y);
        }
        if (begins(row) && mine.state(0) == ByteState.NOT_MAPPED) {
            painter.note(left, y, "not mapped");
        }
        long caret = navigation().cursor().caret();
        boolean here = row.span().contains(caret);
        if (here
                && (pane == activePane()
                        || mine.state((int) (caret - mine.address())) != ByteState.NOT_MAPPED)) {
            boolean active = pane == activePane();
            painter.caret(
                    left,
                    y,
                    (int) (caret - row.base()),
                    inTextProperty().get(),
                    active && isFocused());
        }
    }

    private HexBytes read(int pane, HexRow row) {
        return model.content(side(pane)).read(row.span().first(), (int) row.span().length());
    }

    /// Whether what a row shows is not told by the row above it.
    private boolean begins(HexRow row) {
        return row.number() == navigation().topRow()
                || navigation().rows().row(row.number() - 1).kind() != HexRow.Kind.BYTES;
    }

    private Optional<AddressSpan> current() {
        var index = model.currentProperty().get();
        return index.isPresent()
                ? Optional.of(model.changesProperty().get().get(index.getAsInt()).span())
                : Optional.empty();
    }

    /// The colour of the current change is told from the others by its strength.
    static Color tint(Color colour, boolean current) {
        return colour.deriveColor(0, 1, 1, current ? 0.22 : 0.12);
    }
}
