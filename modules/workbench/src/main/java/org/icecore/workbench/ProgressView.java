package org.icecore.workbench;

import java.util.List;
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
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.part.View;

/// The jobs that run and those that ended. Delete cancels the selected job.
final class ProgressView implements View {
    static final String ID = "progress";
    static final String CLEAR = "progress.clear";

    private final Jobs jobs;
    private final ListView<Job<?>> list = new ListView<>();
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
                    var selected = list.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.DELETE && selected != null) {
                        selected.cancel();
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
        return List.of(CLEAR);
    }

    @Override
    public void dispose() {
        jobs.running().removeListener(follow);
        jobs.finished().removeListener(follow);
    }

    private void refresh() {
        list.getItems().setAll(jobs.running());
        list.getItems().addAll(jobs.finished());
    }

    /// The word for how a job ended.
    static String word(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "done";
            case Outcome.Failed<?> failed -> "failed: " + failed.message();
            case Outcome.Cancelled<?> _ -> "cancelled";
        };
    }

    private static final class JobCell extends ListCell<Job<?>> {
        @Override
        protected void updateItem(Job<?> job, boolean empty) {
            super.updateItem(job, empty);
            setText(null);
            setGraphic(empty || job == null ? null : row(job));
        }

        private static Node row(Job<?> job) {
            var title = new Label(job.title());
            var message = new Label();
            message.getStyleClass().add("muted");
            HBox.setHgrow(message, Priority.ALWAYS);
            message.setMaxWidth(Double.MAX_VALUE);
            var row = new HBox(8, title, message);
            row.setAlignment(Pos.CENTER_LEFT);
            job.outcome()
                    .get()
                    .ifPresentOrElse(
                            outcome -> message.setText(word(outcome)),
                            () -> {
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
                                row.getChildren().addAll(bar, cancel);
                            });
            return row;
        }
    }
}
