package org.icecore.views.hex.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The state of a hex view of one content, without its looks. For the JavaFX thread.
public final class HexModel {

    private final ObjectProperty<HexContent> content =
            new SimpleObjectProperty<>(this, "content", HexContent.empty());
    private final ObjectProperty<HexLayout> layout =
            new SimpleObjectProperty<>(this, "layout", HexLayout.standard());
    private final ObjectProperty<HighlightIndex> highlights =
            new SimpleObjectProperty<>(this, "highlights", HighlightIndex.none());
    private final ReadOnlyObjectWrapper<Optional<HexRegion>> region =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final HexNavigation navigation = new HexNavigation();
    private final Set<Long> open = new HashSet<>();
    private RunTable runs = RunTable.of(HexContent.empty());

    /// The state of a view of nothing.
    public HexModel() {
        content.subscribe(
                shown -> {
                    runs = RunTable.of(shown);
                    layOut();
                    describe();
                });
        layout.subscribe(_ -> layOut());
        navigation.cursorProperty().subscribe(_ -> describe());
    }

    private void layOut() {
        navigation.show(layout.get().rows(runs, open));
    }

    private void describe() {
        long caret = navigation.cursor().caret();
        int run = runs.at(caret);
        region.set(run < 0 ? Optional.empty() : Optional.of(runs.regionOf(run)));
        origin.set(run < 0 ? "" : content.get().origin(caret));
    }

    /// What is shown. Another content keeps place and caret where it can.
    public ObjectProperty<HexContent> contentProperty() {
        return content;
    }

    public HexContent content() {
        return content.get();
    }

    /// Bytes per row and folding.
    public ObjectProperty<HexLayout> layoutProperty() {
        return layout;
    }

    /// What is marked.
    public ObjectProperty<HighlightIndex> highlightsProperty() {
        return highlights;
    }

    /// The region the caret is in.
    public ReadOnlyObjectProperty<Optional<HexRegion>> regionProperty() {
        return region.getReadOnlyProperty();
    }

    /// Where the byte under the caret comes from, or why it is absent.
    public ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    public HexNavigation navigation() {
        return navigation;
    }

    /// The colour number of the origin of the byte at `address`, 0 where nothing is mapped.
    public int stripeAt(long address) {
        int run = runs.at(address);
        return run < 0 ? 0 : runs.stripe(run);
    }

    /// The region that contains `address`.
    public Optional<HexRegion> regionAt(long address) {
        int run = runs.at(address);
        return run < 0 ? Optional.empty() : Optional.of(runs.regionOf(run));
    }

    /// Opens the fold that `address` lies in, or closes it again; answers whether there is one.
    public boolean toggleFold(long address) {
        var fold = navigation.rows().foldAt(address);
        fold.ifPresent(
                span -> {
                    if (!open.remove(span.first())) {
                        open.add(span.first());
                    }
                    layOut();
                    navigation.place(span.first(), false);
                });
        return fold.isPresent();
    }

    /// Puts the caret on `address`, opening the fold it lies in, or on the nearest mapped address.
    public HexLanding goTo(long address) {
        boolean mapped = runs.at(address) >= 0;
        long target = mapped ? address : runs.nearest(address);
        unfold(target);
        navigation.bring(target);
        navigation.place(target, false);
        return new HexLanding(target, mapped);
    }

    /// Selects `span`, opening the fold its first byte lies in.
    public void select(AddressSpan span) {
        unfold(span.first());
        navigation.select(span);
    }

    private void unfold(long address) {
        var unit = navigation.rows().unit(address);
        if (unit.first() != unit.last() && open.add(unit.first())) {
            layOut();
        }
    }

    /// Selects the region the caret is in.
    public void selectRegion() {
        region.get().ifPresent(found -> navigation.select(found.span()));
    }

    /// What a copy works on: the selection, or the byte under the caret.
    public AddressSpan copied() {
        var caret = navigation.cursor().caret();
        return navigation.selection().orElseGet(() -> navigation.rows().unit(caret));
    }
}
