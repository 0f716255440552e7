package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Statement.told;
import static org.icecore.analysis.acquisition.Topic.SOFTWARE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.InventoryCells;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Engine;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.dump.DumpLog;
import org.icecore.checkpoint.dump.LogLine;
import org.icecore.evidence.Location;

/// Which programs took the checkpoint, on what.
record SoftwareStatements(Checkpoint checkpoint, Observed<DumpLog> log) {

    private static final String NOT_SAID = "neither an annotation of the image nor a log tells it";

    List<Statement> all() {
        var all = new ArrayList<Statement>();
        var layout = checkpoint.layout();
        all.add(
                Statement.fact(
                        SOFTWARE,
                        "Form of the evidence",
                        Cell.text(layout.title()),
                        "what is exported, and what never is, follows from it"));
        layout.warning()
                .ifPresent(
                        warning ->
                                all.add(
                                        Statement.caution(
                                                SOFTWARE,
                                                "Image",
                                                Cell.text(warning),
                                                "do not run it outside a laboratory")));
        all.add(engine());
        all.add(
                told(
                        SOFTWARE,
                        "Runtime",
                        Cell.ofText(
                                annotation("runtime.version")
                                        .or(() -> checkpoint.container().runtime()),
                                "the engine's files do not name it"),
                        "the program that called CRIU"));
        all.add(
                told(
                                SOFTWARE,
                                "CRIU version",
                                fromLog(DumpLog::version, criu()),
                                "older versions dump less, and write other fields")
                        .at(place(DumpLog::version)));
        all.add(
                told(
                                SOFTWARE,
                                "Kernel",
                                fromLog(DumpLog::kernel, annotation("host.kernel")),
                                "of the host: what can be dumped depends on it")
                        .at(place(DumpLog::kernel)));
        annotation("host.arch")
                .ifPresent(
                        name ->
                                all.add(
                                        Statement.fact(
                                                SOFTWARE,
                                                "Architecture",
                                                Cell.text(name),
                                                "of the host, by the annotation of the image")));
        all.addAll(ofInventory());
        return all;
    }

    private Statement engine() {
        var engine = checkpoint.container().engine();
        var version =
                annotation("engine.version")
                        .or(() -> annotation("podman.version"))
                        .or(() -> annotation("cri-o.version"));
        var cell =
                engine == Engine.UNKNOWN
                        ? Cell.notCaptured("nothing in the evidence names it")
                        : Cell.text(
                                engine.label()
                                        + version.map(number -> " " + number)
                                                .orElse(", version not recorded"));
        return told(SOFTWARE, "Engine", cell, "it decided what was exported beside the images");
    }

    private List<Statement> ofInventory() {
        var inventory = checkpoint.inventory();
        var at =
                inventory instanceof Observed.Present<Inventory>(_, var place)
                        ? Optional.of(place)
                        : Optional.<Location>empty();
        return List.of(
                told(
                                SOFTWARE,
                                "Run of CRIU",
                                Cell.of(
                                        inventory,
                                        root ->
                                                Cell.ofText(
                                                        root.runId(),
                                                        "the inventory records none, as those of pre-dumps and of CRIU before 4.1")),
                                "tells two dumps of one container apart")
                        .at(at),
                told(
                                SOFTWARE,
                                "LSM",
                                Cell.of(
                                        inventory,
                                        root ->
                                                Cell.ofText(
                                                        root.lsm(), "the inventory records none")),
                                "without one no profile of a task was recorded")
                        .at(at),
                told(
                                SOFTWARE,
                                "Plugins",
                                Cell.of(inventory, InventoryCells::plugins),
                                "memory of devices is dumped by plugins alone")
                        .at(at));
    }

    /// Podman counts 4.3.0 for a development build after 4.2.
    private Optional<String> criu() {
        return annotation("criu.version")
                .map(
                        text ->
                                text.matches("\\d{5,6}")
                                        ? "%d.%d.%d (%s in an annotation; a development build counts as the next release)"
                                                .formatted(
                                                        Integer.parseInt(text) / 10000,
                                                        Integer.parseInt(text) / 100 % 100,
                                                        Integer.parseInt(text) % 100,
                                                        text)
                                        : text);
    }

    private Cell fromLog(
            java.util.function.Function<DumpLog, Optional<LogLine>> line, Optional<String> other) {
        return log.found()
                .flatMap(line)
                .map(LogLine::text)
                .or(() -> other)
                .map(Cell::text)
                .orElseGet(
                        () ->
                                Cell.notCaptured(
                                        log.absence()
                                                .map(why -> NOT_SAID + ": " + why)
                                                .orElse("the log has no such line")));
    }

    private Optional<Location> place(java.util.function.Function<DumpLog, Optional<LogLine>> line) {
        return log.found().flatMap(line).map(LogLine::at);
    }

    /// Podman, CRI-O and others name these keys alike behind a beginning of their own.
    private Optional<String> annotation(String key) {
        return checkpoint.container().annotations().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("checkpoint." + key))
                .map(entry -> entry.getValue().lines().findFirst().orElse(""))
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
