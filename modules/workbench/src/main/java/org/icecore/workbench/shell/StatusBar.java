package org.icecore.workbench.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.log.LogEntry;
import org.icecore.workbench.log.Severity;

/// The line at the bottom: what is selected at the left, the job that runs at the right.
public final class StatusBar extends HBox {
    private static final double NOTICE_SHARE = 0.6;
    private static final double WIDEST_TOOLTIP = 640;
    private static final Duration STAY = Duration.seconds(10);

    private final Jobs jobs;
    private final ErrorLog log;
    private final Icons icons;
    private final Button notice = new Button();
    private final Button problems = new Button();
    private final Label title = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button();
    private final HBox job = new HBox(8);
    private final PauseTransition stay = new PauseTransition(STAY);
    private boolean passing;
    private Optional<Job<?>> shown = Optional.empty();

    /// @param text the text at the left
    /// @param pendingKeys keys pressed of a longer sequence
    /// @param onShow shows the view of an id: `progress` for the jobs, `error-log` for what went wrong
    /// @param onNotice shows the last entry of the error log
    /// @param step changes with each step of the examiner; a notice is about the step before
    public StatusBar(
            ObservableValue<String> text,
            ObservableValue<String> pendingKeys,
            Jobs jobs,
            ErrorLog log,
            Icons icons,
            Consumer<String> onShow,
            Runnable onNotice,
            ObservableValue<?> step) {
        this.jobs = jobs;
        this.log = log;
        this.icons = icons;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        var left = new Label();
        left.setId("status-text");
        left.textProperty().bind(text);
        left.setAccessibleRoleDescription("Status");
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMaxWidth(Double.MAX_VALUE);
        left.setMinWidth(0);
        left.tooltipProperty().bind(text.map(words -> words.isEmpty() ? null : new Tooltip(words)));
        var keys = new Label();
        keys.getStyleClass().add("muted");
        keys.textProperty().bind(pendingKeys);
        keys.setMinWidth(Region.USE_PREF_SIZE);
        bar.setPrefWidth(128);
        bar.setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        cancel.setGraphic(icons.of("workbench.close"));
        cancel.getStyleClass().add("command-button");
        cancel.setAccessibleText("Cancel the job");
        cancel.setOnAction(_ -> shown.ifPresent(Job::cancel));
        title.setOnMouseClicked(_ -> onShow.accept("progress"));
        problems.setGraphic(icons.of("severity.error"));
        problems.getStyleClass().addAll("command-button", "problems");
        problems.setFocusTraversable(false);
        problems.setMinWidth(Region.USE_PREF_SIZE);
        problems.setOnAction(_ -> onShow.accept("error-log"));
        notice.setId("status-notice");
        notice.getStyleClass().add("command-button");
        notice.setFocusTraversable(false);
        notice.setTextOverrun(OverrunStyle.ELLIPSIS);
        notice.maxWidthProperty().bind(widthProperty().multiply(NOTICE_SHARE));
        notice.setMinWidth(0);
        notice.setMnemonicParsing(false);
        notice.setOnAction(
                _ -> {
                    tell(Optional.empty());
                    onNotice.run();
                });
        stay.setOnFinished(_ -> pass());
        step.subscribe(_ -> pass());
        title.setMaxWidth(360);
        job.setAlignment(Pos.CENTER_RIGHT);
        job.getChildren().addAll(title, bar, cancel);
        job.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(left, keys, notice, problems, job);
        log.entries().addListener((Observable _) -> count());
        log.entries().addListener((ListChangeListener<LogEntry>) this::added);
        tell(last());
        count();
        jobs.running().addListener((Observable _) -> refresh());
        refresh();
    }

    /// A notice stays for some seconds, or until the examiner goes on; a problem until it is looked at or the next one comes. No
    /// view is opened over what the examiner does.
    private void added(ListChangeListener.Change<? extends LogEntry> change) {
        var more = false;
        while (change.next()) {
            more |= change.wasAdded();
        }
        if (more || log.entries().isEmpty()) {
            tell(last());
        }
    }

    private void pass() {
        if (passing) {
            tell(Optional.empty());
        }
    }

    private Optional<LogEntry> last() {
        return log.entries().isEmpty() ? Optional.empty() : Optional.of(log.entries().getLast());
    }

    private void tell(Optional<LogEntry> entry) {
        notice.setVisible(entry.isPresent());
        notice.setManaged(entry.isPresent());
        passing = entry.filter(told -> told.severity() == Severity.NOTICE).isPresent();
        stay.stop();
        if (passing) {
            stay.playFromStart();
        }
        entry.ifPresent(
                told -> {
                    notice.setText(told.message().lines().findFirst().orElse(""));
                    notice.setGraphic(icons.of("severity." + told.severity().word()));
                    notice.setTooltip(tooltip(told.message()));
                    notice.setAccessibleHelp("Show it in the Error Log");
                });
    }

    private static Tooltip tooltip(String text) {
        var tooltip = new Tooltip(text + "\n\nClick to read it in the Error Log.");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_TOOLTIP);
        return tooltip;
    }

    /// Errors and warnings are counted here, because nobody keeps the Error Log open.
    private void count() {
        var grave =
                log.entries().stream().filter(entry -> entry.severity() != Severity.NOTICE).count();
        problems.setVisible(grave > 0);
        problems.setManaged(grave > 0);
        problems.setText("%,d %s".formatted(grave, grave == 1 ? "problem" : "problems"));
        problems.setAccessibleHelp("Show the Error Log");
    }

    private void refresh() {
        shown = jobs.running().stream().findFirst().map(each -> (Job<?>) each);
        job.setVisible(shown.isPresent());
        job.setManaged(shown.isPresent());
        bar.progressProperty().unbind();
        shown.ifPresent(
                running -> {
                    var more = jobs.running().size() - 1;
                    title.setText(running.title() + (more > 0 ? " (+%d)".formatted(more) : ""));
                    bar.setAccessibleText(running.title());
                    bar.progressProperty().bind(running.fraction());
                });
    }
}
