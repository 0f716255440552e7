package org.icecore.app.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.icecore.icons.IconSet;
import org.icecore.report.Tool;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.DefectLog;
import org.icecore.views.bench.DefectWords;
import org.icecore.views.export.ReportExport;
import org.icecore.views.properties.PropertySheets;
import org.icecore.views.result.ViewStyles;
import org.icecore.workbench.Workbench;
import org.icecore.workbench.WorkbenchContributions;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.WorkbenchSetup;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.quickaccess.QuickAccessItem;
import org.icecore.workbench.quickaccess.QuickAccessProvider;

/// The window, made from its options and opened on files. Its parameters are the paths of the files.
public final class Desktop extends Application {

    private Optional<Bench> bench = Optional.empty();

    /// For the toolkit, which makes it.
    public Desktop() {}

    @Override
    public void start(Stage stage) {
        bench =
                Optional.of(
                        open(
                                stage,
                                getParameters().getRaw().stream().map(Path::of).toList(),
                                DesktopOptions.standard(),
                                folder ->
                                        getHostServices().showDocument(folder.toUri().toString())));
    }

    @Override
    public void stop() {
        bench.ifPresent(Bench::close);
    }

    /// Opens the window on files. The caller closes the bench when the window is closed.
    ///
    /// @param showFolder opens a folder in the file manager of the platform
    public static Bench open(
            Stage stage, List<Path> files, DesktopOptions options, Consumer<Path> showFolder) {
        return assemble(stage, files, options, showFolder).bench();
    }

    /// The services of an open window, what lies on its bench, and what puts it there.
    record Assembled(
            WorkbenchServices services,
            Bench bench,
            BenchSelection selection,
            EvidenceActions evidence) {}

    static Assembled assemble(
            Stage stage, List<Path> files, DesktopOptions options, Consumer<Path> showFolder) {
        var icons = IconSet.load();
        IconSet.APPLICATION_SIZES.forEach(
                side -> stage.getIcons().add(new Image(icons.application(side))));
        var services =
                new WorkbenchServices(
                        WorkbenchSetup.of(
                                options.configurationFolder(),
                                options.clock(),
                                new DesktopIcons(icons),
                                options.files().apply(stage)));
        var bench = new Bench(services.jobs());
        var selection = new BenchSelection(bench, services.selection());
        DefectLog.watch(bench, services.errorLog());
        var parts = new DesktopParts(services, bench, selection);
        var export =
                new ReportExport(
                        new Tool("Icecore", DesktopActions.version()),
                        options.clock(),
                        services.files(),
                        services.jobs(),
                        services.errorLog(),
                        showFolder);
        var session = new LastSession(services.preferences(), bench, services.parts());
        var recent =
                new RecentEvidence(
                        services.preferences(), Jobs.virtualThreads(), Platform::runLater);
        var evidence =
                new EvidenceActions(
                        services, bench, selection, parts, options.sampleFiles(), recent, session);
        var actions = new DesktopActions(stage, services, bench, selection, parts);
        var reports = new ReportActions(bench, selection, services.parts(), export);
        var builder =
                WorkbenchContributions.builder()
                        .title(title(selection))
                        .status(status(selection))
                        .stylesheet(ViewStyles.address())
                        .emptyEditorArea(() -> new StartPane(services, evidence))
                        .onFilesDropped(evidence::drop);
        parts.views().forEach(builder::view);
        parts.editors().forEach(builder::editor);
        DesktopPerspectives.all().forEach(builder::perspective);
        new Finders(services, bench, selection).all().forEach(builder::quickAccess);
        builder.quickAccess(recentEvidence(evidence));
        new DesktopCommands(services, bench, selection, parts, actions, reports, evidence)
                .contribute(builder);
        new Places(bench, selection, services.history());
        new Workbench(stage, services, builder.build()).show();
        new ComparePlace(bench, services.parts()).keep();
        session.follow();
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> session.stop());
        begin(files, evidence);
        return new Assembled(services, bench, selection, evidence);
    }

    /// Opens the files; without any, the sample investigation where the start names one.
    private static void begin(List<Path> files, EvidenceActions actions) {
        if (!files.isEmpty()) {
            actions.open(files);
        } else if (actions.hasSample()) {
            actions.openSample();
        }
    }

    private static ObservableValue<String> title(BenchSelection selection) {
        return selection
                .checkpoint()
                .map(
                        checkpoint ->
                                checkpoint
                                        .map(found -> found.title() + " - Icecore")
                                        .or(
                                                () ->
                                                        selection
                                                                .item()
                                                                .get()
                                                                .map(BenchItem::fileName)
                                                                .map(name -> name + " - Icecore"))
                                        .orElse("Icecore"));
    }

    private static ObservableValue<String> status(BenchSelection selection) {
        return Bindings.createStringBinding(
                () ->
                        Stream.of(
                                        selection.ref().get().map(PropertySheets::words).orElse(""),
                                        selection
                                                .checkpoint()
                                                .get()
                                                .map(DefectWords::brief)
                                                .orElse(""))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining("  \u00b7  ")),
                selection.ref(),
                selection.checkpoint());
    }

    private static QuickAccessProvider recentEvidence(EvidenceActions evidence) {
        return QuickAccessProvider.of(
                "Recent Evidence",
                () ->
                        evidence.recent().entries().stream()
                                .map(
                                        entry ->
                                                QuickAccessItem.of(
                                                                entry.title(),
                                                                evidence.recent().isGone(entry)
                                                                        ? "gone from "
                                                                                + entry.folders()
                                                                        : entry.folders(),
                                                                () -> evidence.open(entry.paths()))
                                                        .withIcon("recent"))
                                .toList());
    }
}
