package org.icecore.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.job.EndedJob;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.part.View;

/// The jobs that run and those that ended. Delete cancels the selected job.
final class ProgressView implements View {
    static final String ID = "progress";
    static final String CLEAR = "progress.clear";
    static final String CANCEL = "progress.cancel";

    private final Jobs jobs;
    private final ListView<Row> list = new ListView<>();
    private final InvalidationListener follow = _ -> refresh();

    ProgressView(Jobs jobs) {
        this.jobs = jobs;
        var nothing = new Label("No job runs.");
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        list.setAccessibleText("Jobs");
        list.setFixedCellSize(22);
        list.setCellFactory(_ -> new JobCell());
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.DELETE) {
                        cancelSelected();
                        event.consume();
                    }
                });
        jobs.running().addListener(follow);
        jobs.finished().addListener(follow);
        refresh();
    }

    @Override
    public Node node() {
        return list;
    }

    @Override
    public List<String> toolBar() {
        return List.of(CANCEL, CLEAR);
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                CANCEL,
                Handler.of(
                        this::cancelSelected,
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .map(Row.Running.class::isInstance)
                                .orElse(false)));
    }

    private void cancelSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Running(var job)) {
            job.cancel();
        }
    }

    @Override
    public void dispose() {
        jobs.running().removeListener(follow);
        jobs.finished().removeListener(follow);
    }

    private void refresh() {
        var rows = new ArrayList<Row>();
        jobs.running().forEach(job -> rows.add(new Row.Running(job)));
        jobs.finished().forEach(job -> rows.add(new Row.Over(job)));
        var selected = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        list.getItems().setAll(rows);
        selected.filter(rows::contains).ifPresent(list.getSelectionModel()::select);
    }

    private sealed interface Row {
        record Running(Job<?> job) implements Row {}

        record Over(EndedJob job) implements Row {}
    }

    private static final class JobCell extends ListCell<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : graphic(row));
        }

        private static Node graphic(Row row) {
            return switch (row) {
                case Row.Over(var job) -> box(job.title(), message(job.end()));
                case Row.Running(var job) -> running(job);
            };
        }

        private static Node running(Job<?> job) {
            var message = message("");
            message.textProperty().bind(job.message());
            var bar = new ProgressBar();
            bar.setPrefWidth(160);
            bar.progressProperty().bind(job.fraction());
            var cancel = new Button("Cancel");
            cancel.getStyleClass().add("command-button");
            cancel.setOnAction(
                    _ -> {
                        job.cancel();
                        cancel.setDisable(true);
                    });
            return box(job.title(), message, bar, cancel);
        }

        private static Label message(String words) {
            var message = new Label(words);
            message.getStyleClass().add("muted");
            HBox.setHgrow(message, Priority.ALWAYS);
            message.setMaxWidth(Double.MAX_VALUE);
            return message;
        }

        private static HBox box(String title, Node... parts) {
            var row = new HBox(8, new Label(title));
            row.getChildren().addAll(parts);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
