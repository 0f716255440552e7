package org.icecore.views.hex;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.icecore.views.desk.Screen;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexChange;
import org.icecore.views.hex.model.HexChanges;
import org.icecore.views.hex.model.SparseContent;

/// Measures milliseconds per frame of 60 rows of 16 bytes; a program, not a test.
///
/// Run with the headless platform; each frame is laid out, painted and rendered to an image.
final class HexFrames {

    private static final int WARM = 100;
    private static final int MEASURED = 100;

    private HexFrames() {}

    public static void main(String[] args) {
        Screen.start();
        try {
            measureAll();
        } finally {
            Platform.exit();
        }
    }

    private static void measureAll() {
        System.out.println("| what | first 20 | warm: median | warm: 95 % |");
        System.out.println("|---|---|---|---|");
        var view = Screen.call(HexFrames::view);
        measure("editor, one row down", view, _ -> view.navigation().scrollBy(1));
        measure("editor, page down", view, _ -> view.navigation().scrollBy(60));
        var million = Screen.call(HexFrames::million);
        measure("million runs, one row down", million, _ -> million.navigation().scrollBy(1));
        measure("million runs, page down", million, _ -> million.navigation().scrollBy(60));
        measure("million runs, jump", million, i -> million.navigation().scrollTo(i * 377_777L));
        var diff = Screen.call(HexFrames::diff);
        measure("comparison, one row down", diff, _ -> diff.navigation().scrollBy(1));
        measure("comparison, page down", diff, _ -> diff.navigation().scrollBy(60));
    }

    private static HexView view() {
        var view = new HexView(_ -> {});
        view.model().contentProperty().set(bytes(0));
        return shown(view, 700);
    }

    private static HexView million() {
        var view = new HexView(_ -> {});
        long start = System.nanoTime();
        view.model().contentProperty().set(new Chequered(1_000_000));
        System.out.printf(
                "| a million runs laid out | %.0f | | |%n", (System.nanoTime() - start) / 1e6);
        return shown(view, 700);
    }

    private static HexDiffView diff() {
        var view = new HexDiffView(_ -> {});
        var changes =
                IntStream.range(0, 60_000)
                        .mapToObj(
                                i ->
                                        new HexChange(
                                                AddressSpan.of(0x1000 + i * 33L, 1),
                                                HexChange.Kind.CHANGED))
                        .toList();
        view.model().compare(bytes(0), bytes(33), HexChanges.of(changes));
        return shown(view, 1400);
    }

    private static <S extends HexSurface> S shown(S surface, double width) {
        var scene = new Scene(surface, width, 61 * 20);
        scene.snapshot(new WritableImage((int) width, 61 * 20));
        return surface;
    }

    /// Two MiB, every `every`th byte other than usual.
    private static SparseContent bytes(int every) {
        var noise = Samples.noise(5);
        return new SparseContent()
                .region(0x1000, 0x201000, "rw-p")
                .bytes(
                        AddressSpan.until(0x1000, 0x201000),
                        "this checkpoint",
                        0,
                        i ->
                                every > 0 && i % every == 0
                                        ? ~noise.applyAsInt(i) & 0xff
                                        : noise.applyAsInt(i));
    }

    private static void measure(String what, HexSurface surface, IntConsumer step) {
        var times = new double[WARM + MEASURED];
        Screen.run(
                () -> {
                    var image =
                            new WritableImage((int) surface.getWidth(), (int) surface.getHeight());
                    surface.navigation().scrollTo(0);
                    for (int i = 0; i < times.length; i++) {
                        long start = System.nanoTime();
                        step.accept(i);
                        surface.layout();
                        surface.snapshot(null, image);
                        times[i] = (System.nanoTime() - start) / 1e6;
                    }
                });
        double cold = Arrays.stream(times, 0, 20).average().orElseThrow();
        var warm = Arrays.stream(times, WARM, times.length).sorted().boxed().toList();
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f |%n", what, cold, at(warm, 0.5), at(warm, 0.95));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) (sorted.size() * share));
    }
}
