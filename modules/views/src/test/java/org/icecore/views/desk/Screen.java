package org.icecore.views.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The screen that nobody sees, on which windows under test are shown: its thread, its pulses and pictures of it.
public final class Screen {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private Screen() {}

    /// Starts the toolkit, once.
    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            try {
                Platform.startup(() -> Platform.setImplicitExit(false));
            } catch (IllegalStateException _) {
                // Another test of this run started the toolkit.
                Platform.setImplicitExit(false);
            }
        }
    }

    /// Runs on the JavaFX thread.
    public static void run(Runnable deed) {
        call(
                () -> {
                    deed.run();
                    return true;
                });
    }

    /// Runs on the JavaFX thread and returns the result.
    public static <T> T call(Callable<T> what) {
        start();
        var task = new FutureTask<>(what);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /// Waits until pending layout and painting of a scene are done.
    public static void settle(Scene scene) {
        for (int i = 0; i < 3; i++) {
            var latch = new CountDownLatch(1);
            Platform.runLater(
                    () -> {
                        scene.addPostLayoutPulseListener(
                                new Runnable() {
                                    @Override
                                    public void run() {
                                        scene.removePostLayoutPulseListener(this);
                                        latch.countDown();
                                    }
                                });
                        Platform.requestNextPulse();
                    });
            try {
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("no pulse");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }

    /// Keeps a picture in `target/snapshots`.
    public static void keep(WritableImage picture, String name) {
        try {
            var folder = Files.createDirectories(Path.of("target", "snapshots"));
            Files.write(folder.resolve(name + ".png"), png(picture));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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
        var head = type.getBytes(StandardCharsets.US_ASCII);
        var check = new CRC32();
        check.update(head);
        check.update(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        file.writeBytes(head);
        file.writeBytes(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
