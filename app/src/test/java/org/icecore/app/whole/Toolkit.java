package org.icecore.app.whole;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The JavaFX toolkit on the display: runs work on its thread, and waits for what the program does there.
final class Toolkit {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int FRAMES = 3;

    private Toolkit() {}

    /// Whether there is a screen with a mouse and a keyboard.
    static boolean hasDisplay() {
        return System.getenv("DISPLAY") != null
                && !"Headless".equals(System.getProperty("glass.platform"));
    }

    /// Starts the toolkit, which lives on when the last window is closed.
    static void start() {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException _) {
            // Another test has started it.
            Platform.runLater(started::countDown);
        }
        Platform.setImplicitExit(false);
        await(started);
    }

    /// What the supplier finds on the thread of the toolkit.
    static <T> T ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        answer.complete(question.get());
                    } catch (RuntimeException | Error failure) {
                        answer.completeExceptionally(failure);
                    }
                });
        return answer.orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS).join();
    }

    /// Does something on the thread of the toolkit and waits until it is done.
    static void run(Runnable deed) {
        ask(
                () -> {
                    deed.run();
                    return true;
                });
    }

    /// Waits until something holds, which is looked at once a frame.
    ///
    /// @param situation tells, if it never comes to hold, what there is instead
    static void waitUntil(String what, BooleanSupplier holds, Supplier<String> situation) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ask(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited in vain until %s; %s".formatted(what, ask(situation)));
            }
            awaitFrames();
        }
    }

    /// Waits until what was done so far is laid out and drawn.
    static void awaitFrames() {
        var drawn = new CountDownLatch(FRAMES);
        Platform.runLater(
                () ->
                        new AnimationTimer() {
                            @Override
                            public void handle(long now) {
                                drawn.countDown();
                                if (drawn.getCount() == 0) {
                                    stop();
                                }
                            }
                        }.start());
        await(drawn);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(ANSWER.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the toolkit does not answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
