package org.icecore.views.hex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// A window without a screen that shows one control, and hands to use it.
final class Stand implements AutoCloseable {

    private final Stage stage;
    private final Region shown;
    private final Robot robot = new Robot();

    private Stand(Stage stage, Region shown) {
        this.stage = stage;
        this.shown = shown;
    }

    static void startPlatform() {
        try {
            var started = new CountDownLatch(1);
            Platform.startup(started::countDown);
            Platform.setImplicitExit(false);
            if (!started.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX did not start");
            }
        } catch (IllegalStateException alreadyRunning) {
            Platform.setImplicitExit(false);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static <T> T onFx(Callable<T> deed) {
        var task = new FutureTask<>(deed);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(20, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    static <T> T onFxStarted(Callable<T> deed) {
        startPlatform();
        return onFx(deed);
    }

    static void run(Runnable deed) {
        onFx(
                () -> {
                    deed.run();
                    return true;
                });
    }

    static Stand show(Callable<? extends Region> control, double width, double height) {
        startPlatform();
        var stand =
                onFx(
                        () -> {
                            var region = control.call();
                            var stage = new Stage();
                            stage.setX(0);
                            stage.setY(0);
                            stage.setScene(new Scene(region, width, height));
                            stage.show();
                            region.requestFocus();
                            return new Stand(stage, region);
                        });
        stand.settle();
        return stand;
    }

    /// Waits until pending layout and painting are done.
    void settle() {
        for (int i = 0; i < 3; i++) {
            var latch = new CountDownLatch(1);
            Platform.runLater(
                    () -> {
                        shown.getScene()
                                .addPostLayoutPulseListener(
                                        new Runnable() {
                                            @Override
                                            public void run() {
                                                shown.getScene()
                                                        .removePostLayoutPulseListener(this);
                                                latch.countDown();
                                            }
                                        });
                        Platform.requestNextPulse();
                    });
            try {
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("no pulse");
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("did not happen");
            }
            settle();
        }
    }

    /// Presses keys together and lets go of them.
    Stand press(KeyCode... keys) {
        run(
                () -> {
                    for (var key : keys) {
                        robot.keyPress(key);
                    }
                    for (int i = keys.length - 1; i >= 0; i--) {
                        robot.keyRelease(keys[i]);
                    }
                });
        settle();
        return this;
    }

    Stand click(double x, double y) {
        return drag(x, y, x, y);
    }

    /// Drags from one point of the control to another.
    Stand drag(double x, double y, double toX, double toY) {
        at(() -> robot.mouseMove(shown.localToScreen(x, y)));
        at(() -> robot.mousePress(MouseButton.PRIMARY));
        if (x != toX || y != toY) {
            at(() -> robot.mouseMove(shown.localToScreen((x + toX) / 2, (y + toY) / 2)));
            at(() -> robot.mouseMove(shown.localToScreen(toX, toY)));
        }
        at(() -> robot.mouseRelease(MouseButton.PRIMARY));
        return this;
    }

    private void at(Runnable deed) {
        run(deed);
        settle();
    }

    void snapshot(String name) {
        settle();
        var image = onFx(() -> shown.snapshot(null, null));
        try {
            var folder = Files.createDirectories(Path.of("target", "snapshots"));
            Files.write(folder.resolve(name + ".png"), png(image));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] png(WritableImage image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(pixels)) {
            var bgra = new byte[width * 4];
            var line = new byte[1 + width * 3];
            for (int y = 0; y < height; y++) {
                image.getPixelReader()
                        .getPixels(
                                0,
                                y,
                                width,
                                1,
                                PixelFormat.getByteBgraInstance(),
                                bgra,
                                0,
                                bgra.length);
                for (int x = 0; x < width; x++) {
                    line[1 + x * 3] = bgra[x * 4 + 2];
                    line[2 + x * 3] = bgra[x * 4 + 1];
                    line[3 + x * 3] = bgra[x * 4];
                }
                packed.write(line);
            }
        }
        var file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var size =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0});
        chunk(file, "IHDR", size.array());
        chunk(file, "IDAT", pixels.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] body) {
        var head = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var check = new CRC32();
        check.update(head);
        check.update(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        file.writeBytes(head);
        file.writeBytes(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    @Override
    public void close() {
        run(stage::close);
    }
}
