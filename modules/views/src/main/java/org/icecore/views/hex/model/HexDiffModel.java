package org.icecore.views.hex.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.icecore.analysis.table.Counted;

/// The state of a comparison of two contents, without its looks. For the JavaFX thread.
public final class HexDiffModel {

    private final ObjectProperty<HexContent> before =
            new SimpleObjectProperty<>(this, "before", HexContent.empty());
    private final ObjectProperty<HexContent> after =
            new SimpleObjectProperty<>(this, "after", HexContent.empty());
    private final ObjectProperty<HexChanges> changes =
            new SimpleObjectProperty<>(this, "changes", HexChanges.none());
    private final ObjectProperty<DiffLayout> layout =
            new SimpleObjectProperty<>(this, "layout", DiffLayout.standard());
    private final ObjectProperty<DiffSide> side =
            new SimpleObjectProperty<>(this, "side", DiffSide.AFTER);
    private final ReadOnlyObjectWrapper<OptionalInt> current =
            new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyStringWrapper position = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final HexNavigation navigation = new HexNavigation();
    private final Set<Long> open = new HashSet<>();
    private boolean held;
    private RunTable beforeRuns = RunTable.of(HexContent.empty());
    private RunTable afterRuns = RunTable.of(HexContent.empty());

    /// The state of a comparison of nothing with nothing.
    public HexDiffModel() {
        before.subscribe(
                content -> {
                    beforeRuns = RunTable.of(content);
                    layOut();
                });
        after.subscribe(
                content -> {
                    afterRuns = RunTable.of(content);
                    layOut();
                });
        changes.subscribe(_ -> layOut());
        layout.subscribe(
                (was, is) -> {
                    if (!was.context().equals(is.context())) {
                        open.clear();
                    }
                    layOut();
                });
        side.subscribe(_ -> describe());
        navigation.cursorProperty().subscribe(_ -> describe());
    }

    private void layOut() {
        if (held) {
            return;
        }
        navigation.show(layout.get().rows(beforeRuns, afterRuns, changes.get(), open));
        describe();
    }

    private void describe() {
        long caret = navigation.cursor().caret();
        current.set(changes.get().at(caret));
        position.set(words(current.get(), changes.get().size()));
        origin.set(active().origin(caret));
    }

    public ObjectProperty<HexContent> beforeProperty() {
        return before;
    }

    public ObjectProperty<HexContent> afterProperty() {
        return after;
    }

    /// The content of one side.
    public HexContent content(DiffSide which) {
        return which == DiffSide.BEFORE ? before.get() : after.get();
    }

    /// The content of the side the caret is on.
    public HexContent active() {
        return content(side.get());
    }

    /// Shows two other contents from their start.
    public void compare(HexContent one, HexContent other, HexChanges found) {
        held = true;
        open.clear();
        navigation.show(RowTable.empty());
        before.set(one);
        after.set(other);
        changes.set(found);
        held = false;
        layOut();
    }

    /// What differs; may arrive after the contents. The colours of bytes do not wait for it, stepping and folding do.
    public ObjectProperty<HexChanges> changesProperty() {
        return changes;
    }

    public ObjectProperty<DiffLayout> layoutProperty() {
        return layout;
    }

    /// The side the caret is on.
    public ObjectProperty<DiffSide> sideProperty() {
        return side;
    }

    /// The number of the change under the caret, from 0.
    public ReadOnlyObjectProperty<OptionalInt> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Where the byte under the caret comes from on its side, or why it is absent.
    public ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    public HexNavigation navigation() {
        return navigation;
    }

    public int stripeAt(DiffSide which, long address) {
        var runs = which == DiffSide.BEFORE ? beforeRuns : afterRuns;
        int run = runs.at(address);
        return run < 0 ? 0 : runs.stripe(run);
    }

    /// The region of one side that contains `address`.
    public Optional<HexRegion> regionAt(DiffSide which, long address) {
        var runs = which == DiffSide.BEFORE ? beforeRuns : afterRuns;
        int run = runs.at(address);
        return run < 0 ? Optional.empty() : Optional.of(runs.regionOf(run));
    }

    /// `change 3 of 17`, or how many there are.
    public ReadOnlyStringProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public String position() {
        return position.get();
    }

    private static String words(OptionalInt at, int count) {
        if (at.isPresent()) {
            return "change %,d of %,d".formatted(at.getAsInt() + 1, count);
        }
        return count == 0 ? "no changes" : Counted.of(count, "change");
    }

    /// Goes to the first change after the caret; false if there is none.
    public boolean nextChange() {
        return step(changes.get().after(navigation.cursor().caret()));
    }

    /// Goes to the last change before the caret; false if there is none.
    public boolean previousChange() {
        return step(changes.get().before(navigation.cursor().caret()));
    }

    private boolean step(OptionalInt target) {
        target.ifPresent(this::goToChange);
        return target.isPresent();
    }

    /// Goes to the change with that number, from 0.
    public void goToChange(int index) {
        var change = changes.get().get(index);
        switch (change.kind()) {
            case ADDED -> side.set(DiffSide.AFTER);
            case REMOVED -> side.set(DiffSide.BEFORE);
            case CHANGED -> {}
        }
        navigation.bring(change.span().first());
        navigation.place(change.span().first(), false);
    }

    /// Puts the caret on `address`, opening the fold it lies in, or on the nearest address mapped on either side.
    public HexLanding goTo(long address) {
        boolean mapped = beforeRuns.at(address) >= 0 || afterRuns.at(address) >= 0;
        long target = mapped ? address : HexNavigation.nearest(navigation.rows(), address);
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

    /// What a copy works on: the selection, or the byte under the caret.
    public AddressSpan copied() {
        var caret = navigation.cursor().caret();
        return navigation.selection().orElseGet(() -> navigation.rows().unit(caret));
    }
}
