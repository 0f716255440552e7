package org.icecore.views.hex;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.paint.Color;
import org.icecore.views.hex.model.AddressExpression;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.HexChanges;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexHighlight;
import org.icecore.views.hex.model.HexModel;
import org.icecore.views.hex.model.HexRegion;
import org.icecore.views.hex.model.HexRow;

/// A hex editor over a sparse 64-bit address space. Read-only: the word editor is for its place in the window.
///
/// State and what the status line shows are in [#model]; the hands are in [HexSurface].
public final class HexView extends HexSurface {

    private final HexModel model;
    private final HexSearch search;
    private final RowLook look = new RowLook();

    /// A view of nothing; `background` runs searches and samples the minimap.
    public HexView(Executor background) {
        this(new HexModel(), background);
    }

    private HexView(HexModel model, Executor background) {
        super(model.navigation(), background, 1);
        this.model = model;
        this.search =
                new HexSearch(
                        new HexSearch.Sought(
                                model::content, model.navigation(), model::select, () -> ""),
                        background,
                        this::tell);
        setAccessibleRoleDescription("hex editor");
        model.navigation()
                .rowsProperty()
                .subscribe(_ -> minimap().show(model.content(), HexChanges.none()));
        model.highlightsProperty().subscribe(this::repaint);
        search.patternProperty().subscribe(this::repaint);
    }

    /// Content, layout, highlights, caret, selection, region and origin.
    public HexModel model() {
        return model;
    }

    /// Finding bytes.
    public HexSearch search() {
        return search;
    }

    /// Goes where `expression` leads and answers whether it leads anywhere; if not, or if nothing is mapped there, the
    /// notice says so.
    public boolean goTo(String expression) {
        var caret = model.navigation().cursor().caret();
        return switch (AddressExpression.parse(expression).resolve(model.content(), caret)) {
            case AddressExpression.Target.At(var address) -> {
                var landing = model.goTo(address);
                tell(
                        landing.mapped()
                                ? ""
                                : "Nothing is mapped at 0x%x; 0x%x is the nearest."
                                        .formatted(address, landing.address()));
                yield true;
            }
            case AddressExpression.Target.Nowhere(var why) -> {
                tell(why);
                yield false;
            }
        };
    }

    @Override
    HexContent source() {
        return model.content();
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
        model.selectRegion();
    }

    @Override
    boolean step(boolean forward) {
        return false;
    }

    @Override
    void enter(int pane) {}

    @Override
    int activePane() {
        return 0;
    }

    @Override
    String tooltip(int pane, long address) {
        var marks = model.highlightsProperty().get().in(AddressSpan.at(address));
        if (!marks.isEmpty()) {
            return marks.getLast().tooltip();
        }
        boolean absent = model.content().read(address, 1).state(0) == ByteState.NOT_CAPTURED;
        return absent ? "Not captured: " + model.content().origin(address) : "";
    }

    @Override
    void paintHeader(HexPainter painter, int pane, double left, double width) {
        painter.header(left, width, "");
    }

    @Override
    void paintRow(HexPainter painter, int pane, double left, double y, double width, HexRow row) {
        long caret = model.navigation().cursor().caret();
        var selection = model.navigation().selection();
        switch (row.kind()) {
            case TITLE -> {
                boolean executable =
                        model.regionAt(row.span().first())
                                .filter(HexRegion::executable)
                                .isPresent();
                painter.title(left, y, width, row, executable);
            }
            case GAP -> painter.gap(left, y, width, row);
            case FOLDED, UNFOLDED -> {
                boolean selected =
                        selection.filter(span -> span.intersects(row.span())).isPresent()
                                && row.kind() == HexRow.Kind.FOLDED;
                painter.fold(left, y, width, row, absent(row), selected);
                if (row.kind() == HexRow.Kind.FOLDED && row.span().contains(caret)) {
                    painter.caretRow(left, y, width, isFocused());
                }
            }
            case BYTES -> paintBytes(painter, left, y, row, selection);
        }
    }

    private boolean absent(HexRow row) {
        return model.content().read(row.span().first(), 1).state(0) == ByteState.NOT_CAPTURED;
    }

    private void paintBytes(
            HexPainter painter,
            double left,
            double y,
            HexRow row,
            Optional<AddressSpan> selection) {
        var bytes = model.content().read(row.span().first(), (int) row.span().length());
        look.begin(row, bytes);
        if (bytes.known(0)) {
            look.stripe(paletteProperty().get().origin(model.stripeAt(row.span().first())));
        }
        for (var highlight : model.highlightsProperty().get().in(row.span())) {
            look.back(row, highlight.span(), colour(highlight.kind()));
        }
        search.patternProperty()
                .get()
                .map(pattern -> new HitLook(pattern, paletteProperty().get()))
                .ifPresent(hits -> hits.mark(look, row, model.content(), selection));
        selection.ifPresent(span -> look.back(row, span, paletteProperty().get().selection()));
        painter.bytes(left, y, row, bytes, look);
        long caret = model.navigation().cursor().caret();
        if (row.span().contains(caret)) {
            painter.caret(left, y, (int) (caret - row.base()), inTextProperty().get(), isFocused());
        }
    }

    private Color colour(HexHighlight.Kind kind) {
        var colours = paletteProperty().get();
        return switch (kind) {
            case HIT -> colours.hit();
            case BOOKMARK -> colours.bookmark();
            case FINDING -> colours.finding();
            case FIELD -> colours.field();
        };
    }
}
