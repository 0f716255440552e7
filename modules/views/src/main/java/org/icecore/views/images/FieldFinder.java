package org.icecore.views.images;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.icecore.analysis.table.Counted;
import org.icecore.views.desk.InlineBar;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;

/// The line in which the examiner types what field to find, and the job that looks for it.
final class FieldFinder {
    private final Button stop = new Button("Stop");
    private final InlineBar bar =
            new InlineBar("Find field", "name, value, or name=value", stop).withSteps();
    private final Jobs jobs;
    private final Supplier<Optional<ImageModel>> model;
    private final Supplier<FieldPath> from;
    private Optional<Job<Optional<FieldPath>>> looking = Optional.empty();

    /// @param model what is looked through, once there is one
    /// @param from the field at which the examiner is
    FieldFinder(
            Jobs jobs,
            Supplier<Optional<ImageModel>> model,
            Supplier<FieldPath> from,
            Runnable onClose) {
        this.jobs = jobs;
        this.model = model;
        this.from = from;
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> cancel());
        stop.setVisible(false);
        stop.managedProperty().bind(stop.visibleProperty());
        bar.onEnter(this::find);
        bar.onClose(onClose);
    }

    InlineBar bar() {
        return bar;
    }

    /// Finds the next field that was typed, or the one before; asks what to find if nothing was typed.
    void find(boolean forward) {
        var text = bar.field().getText().strip();
        if (text.isEmpty()) {
            bar.open();
        } else {
            start(
                    "finding %s".formatted(text),
                    (shown, at, progress) ->
                            shown.find(new FieldQuery(text), at, forward, progress));
        }
    }

    /// Finds the next field that is unknown.
    void findUnknown() {
        if (!bar.isVisible()) {
            bar.setVisible(true);
        }
        start("finding unknown fields", ImageModel::findUnknown);
    }

    void cancel() {
        looking.ifPresent(Job::cancel);
    }

    private interface Search {
        Optional<FieldPath> in(
                ImageModel model, FieldPath from, org.icecore.workbench.job.Progress progress);
    }

    private void start(String title, Search search) {
        cancel();
        model.get()
                .ifPresent(
                        shown -> {
                            var at = from.get();
                            bar.say("searching");
                            stop.setVisible(true);
                            Job<Optional<FieldPath>> job =
                                    jobs.start(title, progress -> search.in(shown, at, progress));
                            looking = Optional.of(job);
                            job.whenDone(end -> ended(job, shown, end));
                        });
    }

    private void ended(
            Job<Optional<FieldPath>> job, ImageModel shown, Outcome<Optional<FieldPath>> end) {
        if (!looking.equals(Optional.of(job))) {
            return;
        }
        looking = Optional.empty();
        stop.setVisible(false);
        switch (end) {
            case Outcome.Done<Optional<FieldPath>>(var found) -> {
                bar.say(
                        found.isPresent()
                                ? "found"
                                : "not found in "
                                        + Counted.of(shown.entries(), "entry", "entries"));
                found.ifPresent(shown::select);
            }
            case Outcome.Failed<Optional<FieldPath>> failed -> bar.say(failed.message());
            case Outcome.Cancelled<Optional<FieldPath>> _ -> bar.say("stopped");
        }
    }
}
