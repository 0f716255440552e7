package org.icecore.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.layout.LayoutChange;
import org.icecore.workbench.layout.Side;
import org.icecore.workbench.part.PartRef;
import org.icecore.workbench.quickaccess.Match;
import org.icecore.workbench.quickaccess.QuickAccessItem;
import org.icecore.workbench.quickaccess.QuickAccessProvider;

/// The places to which a view can be moved by keyboard: all that a drag can reach.
public final class MoveTargets implements QuickAccessProvider {
    private static final List<Side> SIDES = List.of(Side.LEFT, Side.RIGHT, Side.TOP, Side.BOTTOM);

    private final PartsModel model;
    private final String view;

    /// @param view the id of the view to move
    public MoveTargets(PartsModel model, String view) {
        this.model = model;
        this.view = view;
    }

    @Override
    public String title() {
        return "Move %s to".formatted(title(view));
    }

    @Override
    public List<QuickAccessItem> find(String query, BooleanSupplier cancelled) {
        return query.isBlank() ? targets() : Match.rank(query, targets(), QuickAccessItem::title);
    }

    private List<QuickAccessItem> targets() {
        var targets = new ArrayList<QuickAccessItem>();
        for (var stack : model.layout().get().stacks()) {
            var isAlone = stack.views().equals(List.of(view));
            var names = stack.views().stream().map(this::title).collect(Collectors.joining(", "));
            var neighbour = stack.views().getFirst();
            if (!stack.views().contains(view)) {
                targets.add(
                        target(
                                "Into the stack of " + names,
                                layout ->
                                        LayoutChange.moveBeside(
                                                layout, view, neighbour, Side.INTO)));
            }
            if (!isAlone) {
                SIDES.forEach(
                        side ->
                                targets.add(
                                        target(
                                                words(side) + names,
                                                layout ->
                                                        LayoutChange.moveBeside(
                                                                layout, view, neighbour, side))));
            }
        }
        SIDES.forEach(
                side ->
                        targets.add(
                                target(
                                        words(side) + "the editors",
                                        layout ->
                                                LayoutChange.moveBesideEditors(
                                                        layout, view, side))));
        SIDES.forEach(
                side ->
                        targets.add(
                                target(
                                        "%s edge of the window".formatted(capitalised(side)),
                                        layout -> LayoutChange.moveToEdge(layout, view, side))));
        return targets;
    }

    private QuickAccessItem target(String words, UnaryOperator<Layout> change) {
        return QuickAccessItem.of(
                words,
                "",
                () -> {
                    model.change(change);
                    model.focus(new PartRef.OfView(view));
                });
    }

    private String title(String viewId) {
        return model.descriptor(viewId).title();
    }

    private static String words(Side side) {
        return switch (side) {
            case LEFT -> "Left of ";
            case RIGHT -> "Right of ";
            case TOP -> "Above ";
            case BOTTOM -> "Below ";
            case INTO -> "Into ";
        };
    }

    private static String capitalised(Side side) {
        return side.word().substring(0, 1).toUpperCase(Locale.ROOT) + side.word().substring(1);
    }
}
