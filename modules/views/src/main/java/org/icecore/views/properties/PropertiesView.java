package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.workbench.part.View;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// All that is known of whatever is selected. Ctrl+C copies the chosen lines; Enter opens and closes a group.
public final class PropertiesView implements View {
    /// Its id.
    public static final String ID = "properties";

    private final BenchSelection selection;
    private final ListView<PropertyRow> list = new ListView<>();
    private final Label title = new Label();
    private final PlaceholderPane pane;
    private final Map<String, Boolean> opened = new HashMap<>();
    private Subscription subscription;
    private Subscription digest = Subscription.EMPTY;
    private Optional<PropertySheet> sheet = Optional.empty();

    public PropertiesView(BenchSelection selection) {
        this.selection = selection;
        title.getStyleClass().add("property-title");
        title.setMaxWidth(Double.MAX_VALUE);
        var content = new BorderPane(list);
        content.setTop(title);
        pane = new PlaceholderPane(content, new ViewState.NothingSelected(""));
        list.getStyleClass().add("property-list");
        list.setAccessibleText("Properties");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        ObservableValue<Number> width = list.widthProperty();
        list.setCellFactory(_ -> new PropertyCell(width, this::toggle));
        list.setOnKeyPressed(this::key);
        list.setContextMenu(menu());
        subscription = selection.ref().subscribe(_ -> refresh()).and(selection.checkpoint().subscribe(_ -> refresh()));
        subscription = subscription.and(selection.item().subscribe(item -> {
            digest.unsubscribe();
            digest = item.map(found -> found.sha256().subscribe(_ -> refresh())).orElse(Subscription.EMPTY);
        }));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
        digest.unsubscribe();
    }

    /// The sheet shown.
    public Optional<PropertySheet> sheet() {
        return sheet;
    }

    private void refresh() {
        var ref = selection.ref().get().or(() -> selection.checkpoint().get().map(Checkpoint::ref));
        var found = selection.item().get()
                .flatMap(item -> item.checkpoint()
                        .flatMap(checkpoint -> ref.flatMap(wanted -> sheet(item, checkpoint, wanted))));
        if (found.isPresent()) {
            sheet = found;
            title.setText(found.get().title());
            show(found.get());
            pane.state(new ViewState.Ready());
        } else {
            sheet = Optional.empty();
            pane.state(ref.<ViewState>map(wanted -> new ViewState.Empty(
                            "%s is not in the checkpoint.".formatted(PropertySheets.words(wanted))))
                    .orElseGet(() -> new ViewState.NothingSelected("Select anything to see all that is known of it.")));
        }
    }

    private static Optional<PropertySheet> sheet(BenchItem item, Checkpoint checkpoint, ArtefactRef ref) {
        return ref.checkpoint().equals(checkpoint.id()) ? PropertySheets.of(item, checkpoint, ref) : Optional.empty();
    }

    private void show(PropertySheet shown) {
        var rows = new ArrayList<PropertyRow>();
        shown.groups().forEach(group -> {
            var open = opened.getOrDefault(group.title(), group.open());
            rows.add(new PropertyRow.OfGroup(group.title(), group.properties().size(), open));
            if (open) {
                group.properties().forEach(property -> rows.add(new PropertyRow.OfProperty(group.title(), property)));
            }
        });
        if (!list.getItems().equals(rows)) {
            list.getItems().setAll(rows);
        }
    }

    private void toggle(PropertyRow.OfGroup group) {
        opened.put(group.title(), !group.open());
        sheet.ifPresent(this::show);
        list.getItems().stream()
                .filter(row -> row instanceof PropertyRow.OfGroup other && other.title().equals(group.title()))
                .findFirst()
                .ifPresent(row -> list.getSelectionModel().clearAndSelect(list.getItems().indexOf(row)));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C && !event.isShiftDown()) {
            copy(chosen().stream().map(PropertyRow::text).toList());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && list.getSelectionModel().getSelectedItem() instanceof PropertyRow.OfGroup group) {
            toggle(group);
            event.consume();
        }
    }

    private ContextMenu menu() {
        var value = new MenuItem("Copy Value");
        value.setOnAction(_ -> copy(chosen().stream()
                .flatMap(row -> row instanceof PropertyRow.OfProperty(_, var property)
                        ? Optional.of(property.value()).stream()
                        : Optional.<String>empty().stream())
                .toList()));
        var line = new MenuItem("Copy");
        line.setOnAction(_ -> copy(chosen().stream().map(PropertyRow::text).toList()));
        var all = new MenuItem("Copy All");
        all.setOnAction(_ -> sheet.ifPresent(shown -> copy(shown.groups().stream()
                .flatMap(group -> group.properties().stream()
                        .map(property -> new PropertyRow.OfProperty(group.title(), property).text()))
                .toList())));
        return new ContextMenu(value, line, all);
    }

    private List<PropertyRow> chosen() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    private static void copy(List<String> lines) {
        var content = new ClipboardContent();
        content.putString(String.join("\n", lines));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
