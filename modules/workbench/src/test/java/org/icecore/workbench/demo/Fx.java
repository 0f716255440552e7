package org.icecore.workbench.demo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;

/// The JavaFX toolkit for tests: runs on its thread, waits for it, presses keys, takes pictures.
public final class Fx {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private static final AtomicReference<Optional<Robot>> ROBOT =
            new AtomicReference<>(Optional.empty());

    private Fx() {}

    /// Starts the toolkit once for all tests.
    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            var up = new CountDownLatch(1);
            Platform.startup(up::countDown);
            Platform.setImplicitExit(false);
            await(up);
        }
    }

    /// Runs on the toolkit's thread and returns the result.
    public static <T> T call(Supplier<T> what) {
        var result = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        result.complete(what.get());
                    } catch (RuntimeException | AssertionError failure) {
                        result.completeExceptionally(failure);
                    }
                });
        return result.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /// Runs on the toolkit's thread, then waits until it has laid out and drawn.
    public static void run(Runnable what) {
        call(
                () -> {
                    what.run();
                    return true;
                });
        pulses();
    }

    /// Waits until a condition holds on the toolkit's thread.
    public static void waitFor(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            pulses();
        }
    }

    /// The robot. One for all tests: the headless one knows the window under the mouse only from its own moves.
    public static Robot robot() {
        return ROBOT.updateAndGet(robot -> robot.isPresent() ? robot : Optional.of(new Robot()))
                .orElseThrow();
    }

    /// Presses keys together and releases them.
    public static void press(KeyCode... keys) {
        run(
                () -> {
                    var robot = robot();
                    for (var key : keys) {
                        robot.keyPress(key);
                    }
                    for (int i = keys.length - 1; i >= 0; i--) {
                        robot.keyRelease(keys[i]);
                    }
                });
        pulses();
    }

    /// Types lower-case letters, digits and spaces.
    public static void type(String text) {
        text.chars()
                .forEach(
                        c ->
                                press(
                                        c == ' '
                                                ? KeyCode.SPACE
                                                : KeyCode.getKeyCode(
                                                        String.valueOf(
                                                                (char) Character.toUpperCase(c)))));
    }

    /// Waits for some pulses of the toolkit.
    public static void pulses() {
        var latch = new CountDownLatch(3);
        Platform.runLater(
                () ->
                        new AnimationTimer() {
                            @Override
                            public void handle(long now) {
                                latch.countDown();
                                if (latch.getCount() == 0) {
                                    stop();
                                }
                            }
                        }.start());
        await(latch);
    }

    /// The picture of a scene as a PNG file.
    public static void picture(Scene scene, Path file) {
        save(call(() -> scene.snapshot(null)), file);
    }

    /// The picture of a node as a PNG file.
    public static void picture(Node node, Path file) {
        save(call(() -> node.snapshot(null, null)), file);
    }

    /// The picture of the screen as a PNG file.
    public static void pictureOfScreen(Path file) {
        save(call(() -> robot().getScreenCapture(null, Screen.getPrimary().getBounds())), file);
    }

    private static void save(WritableImage image, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, png(image));
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }

    private static byte[] png(WritableImage image) throws IOException {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var rows = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(rows)) {
            for (int y = 0; y < height; y++) {
                packed.write(0);
                for (int x = 0; x < width; x++) {
                    var argb = image.getPixelReader().getArgb(x, y);
                    packed.write(argb >> 16);
                    packed.write(argb >> 8);
                    packed.write(argb);
                }
            }
        }
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        var file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(file, "IHDR", header.toByteArray());
        chunk(file, "IDAT", rows.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content)
            throws IOException {
        var out = new DataOutputStream(file);
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the toolkit does not answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
