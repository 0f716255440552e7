package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.ItemState;
import org.icecore.views.desk.ContentDigests;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.View;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// All that is known of whatever is selected. Ctrl+C copies the chosen line; Up and Down choose another.
public final class PropertiesView implements View {
    /// Its id.
    public static final String ID = "properties";

    private final BenchSelection selection;
    private final ContentDigests digests;
    private final Label title = new Label();
    private final Label holder = new Label();
    private final VBox groups = new VBox();
    private final ScrollPane scroll = new ScrollPane(groups);
    private final PlaceholderPane pane;
    private final Map<String, Boolean> opened = new HashMap<>();
    private Subscription subscription;
    private Subscription reading = Subscription.EMPTY;
    private Optional<PropertySheet> sheet = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<PropertyRow>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A view that follows `selection`.
    ///
    /// @param digests what is known of the contents of recovered files
    public PropertiesView(BenchSelection selection, ContentDigests digests) {
        this.selection = selection;
        this.digests = digests;
        title.getStyleClass().add("property-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        holder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setTooltip(new Tooltip());
        title.getTooltip().textProperty().bind(title.textProperty());
        groups.getStyleClass().add("property-groups");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText("Properties");
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        scroll.setContextMenu(menu());
        var content = new BorderPane(scroll);
        holder.getStyleClass().addAll("property-holder", "muted");
        holder.setMaxWidth(Double.MAX_VALUE);
        holder.managedProperty().bind(holder.visibleProperty());
        content.setTop(new VBox(title, holder));
        pane = new PlaceholderPane(content, new ViewState.NothingSelected(""));
        subscription =
                selection
                        .ref()
                        .subscribe(_ -> refresh())
                        .and(selection.checkpoint().subscribe(_ -> refresh()))
                        .and(digests.changes().subscribe(_ -> refresh()));
        subscription =
                subscription.and(
                        selection
                                .item()
                                .subscribe(
                                        item -> {
                                            reading.unsubscribe();
                                            reading =
                                                    item.map(
                                                                    found ->
                                                                            found.state()
                                                                                    .subscribe(
                                                                                            _ ->
                                                                                                    refresh())
                                                                                    .and(
                                                                                            found.further()
                                                                                                    .subscribe(
                                                                                                            _ ->
                                                                                                                    refresh()))
                                                                                    .and(
                                                                                            found.sha256()
                                                                                                    .subscribe(
                                                                                                            _ ->
                                                                                                                    refresh())
                                                                                                    .and(
                                                                                                            found.unknown()
                                                                                                                    .subscribe(
                                                                                                                            _ ->
                                                                                                                                    refresh()))))
                                                            .orElse(Subscription.EMPTY);
                                        }));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        scroll.requestFocus();
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                StandardCommands.COPY,
                Handler.of(
                        () -> chosen.get().ifPresent(row -> copy(row.value())),
                        chosen.map(Optional::isPresent)));
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
        reading.unsubscribe();
    }

    /// The sheet shown.
    public Optional<PropertySheet> sheet() {
        return sheet;
    }

    private void refresh() {
        var ref = selection.ref().get().or(() -> selection.checkpoint().get().map(Checkpoint::ref));
        var found =
                selection
                        .item()
                        .get()
                        .flatMap(
                                item ->
                                        item.checkpoint()
                                                .flatMap(
                                                        checkpoint ->
                                                                ref.flatMap(
                                                                        wanted ->
                                                                                sheet(
                                                                                        item,
                                                                                        checkpoint,
                                                                                        wanted))));
        if (found.isPresent()) {
            if (!found.equals(sheet) || !holderIsRight()) {
                show(found.get());
            }
            pane.state(new ViewState.Ready());
        } else {
            sheet = Optional.empty();
            pane.state(
                    ref.map(this::without)
                            .orElseGet(
                                    () ->
                                            new ViewState.NothingSelected(
                                                    "Select anything to see all that is known of it.")));
        }
    }

    /// Equal sheets of two checkpoints are told apart by the line below the title alone.
    private boolean holderIsRight() {
        return selection
                .checkpoint()
                .get()
                .map(Checkpoint::title)
                .filter(in -> holder.getText().equals("in " + in))
                .isPresent();
    }

    private ViewState without(ArtefactRef ref) {
        var missing = new ViewState.Empty(absence(ref));
        return selection
                .item()
                .get()
                .<ViewState>map(
                        item ->
                                switch (item.state().get()) {
                                    case ItemState.Opening _ ->
                                            new ViewState.NothingSelected(
                                                    "The checkpoint is being opened.");
                                    case ItemState.Failed _ ->
                                            new ViewState.NothingSelected(
                                                    "The checkpoint could not be opened.");
                                    case ItemState.Open _ -> missing;
                                })
                .orElse(missing);
    }

    private Optional<PropertySheet> sheet(BenchItem item, Checkpoint checkpoint, ArtefactRef ref) {
        return ref.checkpoint().equals(checkpoint.id())
                ? PropertySheets.of(item, checkpoint, ref)
                        .map(
                                found ->
                                        digests.of(checkpoint, ref)
                                                .map(digest -> withDigest(found, digest))
                                                .orElse(found))
                : Optional.empty();
    }

    private static PropertySheet withDigest(PropertySheet sheet, Cell digest) {
        var groups = new ArrayList<>(sheet.groups());
        groups.addFirst(
                GroupBuilder.open("Content")
                        .cell("SHA-256", digest, true, "Digest of the content, holes as zeros")
                        .build());
        return new PropertySheet(sheet.title(), groups);
    }

    private void show(PropertySheet shown) {
        var same = sheet.filter(before -> before.title().equals(shown.title())).isPresent();
        sheet = Optional.of(shown);
        chosen.set(Optional.empty());
        title.setText(shown.title());
        var in = selection.checkpoint().get().map(Checkpoint::title).orElse("");
        holder.setText("in " + in);
        holder.setVisible(!in.isEmpty() && !in.equals(shown.title()));
        groups.getChildren()
                .setAll(
                        shown.groups().stream()
                                .map(
                                        group ->
                                                new GroupPane(
                                                        group,
                                                        opened.getOrDefault(
                                                                group.title(), group.open()),
                                                        opened::put,
                                                        this::choose))
                                .toList());
        if (!same) {
            scroll.setVvalue(0);
        }
    }

    private void choose(PropertyRow row) {
        chosen.get().ifPresent(before -> before.chosen(false));
        chosen.set(Optional.of(row));
        row.chosen(true);
        scroll.requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            step(event.getCode() == KeyCode.DOWN ? 1 : -1);
            event.consume();
        }
    }

    private void step(int by) {
        var rows =
                groups.getChildren().stream()
                        .flatMap(group -> ((GroupPane) group).rows().stream())
                        .toList();
        if (rows.isEmpty()) {
            return;
        }
        var next = Math.clamp(chosen.get().map(rows::indexOf).orElse(-1) + by, 0, rows.size() - 1);
        choose(rows.get(next));
        reveal(rows.get(next));
    }

    /// Scrolls as little as shows the whole row.
    private void reveal(PropertyRow row) {
        var bounds = groups.sceneToLocal(row.localToScene(row.getLayoutBounds()));
        var view = scroll.getViewportBounds().getHeight();
        var hidden = groups.getHeight() - view;
        var top = scroll.getVvalue() * hidden;
        if (hidden > 0 && bounds.getMinY() < top) {
            scroll.setVvalue(bounds.getMinY() / hidden);
        } else if (hidden > 0 && bounds.getMaxY() > top + view) {
            scroll.setVvalue((bounds.getMaxY() - view) / hidden);
        }
    }

    private ContextMenu menu() {
        var value = new MenuItem("Copy Value");
        value.setOnAction(_ -> chosen.get().ifPresent(row -> copy(row.value())));
        var line = new MenuItem("Copy Name and Value");
        line.setOnAction(_ -> chosen.get().ifPresent(row -> copy(row.text())));
        var all = new MenuItem("Copy All");
        all.setOnAction(_ -> sheet.ifPresent(shown -> copy(shown.text())));
        var menu = new ContextMenu(value, line, all);
        menu.setOnShowing(
                _ -> {
                    value.setDisable(chosen.get().isEmpty());
                    line.setDisable(chosen.get().isEmpty());
                });
        return menu;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// A folder can stand in a tree of changes for what lies below it alone.
    private static String absence(ArtefactRef ref) {
        return (ref instanceof ArtefactRef.OfRootfsEntry
                        ? "%s itself was not recorded as changed; what lies below it may be."
                        : "%s is not in the checkpoint.")
                .formatted(PropertySheets.words(ref));
    }
}
