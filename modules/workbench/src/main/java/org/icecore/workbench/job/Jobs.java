package org.icecore.workbench.job;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.icecore.workbench.log.ErrorLog;

/// The jobs of the workbench. To be called on the UI thread.
public final class Jobs {
    private static final int FINISHED_LIMIT = 50;

    private final ObservableList<Job<?>> running = FXCollections.observableArrayList();
    private final ObservableList<EndedJob> finished = FXCollections.observableArrayList();
    private final ObservableList<Job<?>> shownRunning =
            FXCollections.unmodifiableObservableList(running);
    private final ObservableList<EndedJob> shownFinished =
            FXCollections.unmodifiableObservableList(finished);
    private final Executor workers;
    private final Executor ui;
    private final ErrorLog log;

    /// @param workers runs the work; one thread for each job is expected
    /// @param ui runs what changes observables; in the window the UI thread
    /// @param log told of jobs that failed
    public Jobs(Executor workers, Executor ui, ErrorLog log) {
        this.workers = workers;
        this.ui = ui;
        this.log = log;
    }

    /// An executor with a virtual thread for each job. They never keep the program running.
    public static Executor virtualThreads() {
        ThreadFactory factory = Thread.ofVirtual().name("job-", 1).factory();
        return Executors.newThreadPerTaskExecutor(factory);
    }

    /// Starts work under a title such as `hashing shop.tar`.
    public <T> Job<T> start(String title, Work<? extends T> work) {
        var job = new Job<T>(title, ui);
        running.add(job);
        workers.execute(() -> job.run(work, end -> finish(job, end)));
        return job;
    }

    /// The jobs that run, the oldest first.
    public ObservableList<Job<?>> running() {
        return shownRunning;
    }

    /// The last jobs that ended, the newest first.
    public ObservableList<EndedJob> finished() {
        return shownFinished;
    }

    /// Forgets the jobs that ended.
    public void clearFinished() {
        finished.clear();
    }

    /// Asks all jobs to stop.
    public void cancelAll() {
        List.copyOf(running).forEach(Job::cancel);
    }

    private <T> void finish(Job<T> job, Outcome<T> end) {
        running.remove(job);
        finished.addFirst(new EndedJob(job.title(), end.words()));
        if (finished.size() > FINISHED_LIMIT) {
            finished.removeLast();
        }
        switch (end) {
            case Outcome.Failed<T> failed ->
                    log.error("%s: %s".formatted(job.title(), failed.message()), failed.cause());
            case Outcome.Done<T> _, Outcome.Cancelled<T> _ -> {}
        }
    }
}
