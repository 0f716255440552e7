package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.compare.ContainerMatch;
import org.icecore.analysis.content.UnknownContent;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.EvidenceException;
import org.icecore.report.PdfWriter;
import org.icecore.report.ReportFile.Existing;

/// Does the window's main job where there is none: the answer on the terminal, the report as a PDF in the current folder.
record WithoutWindow(Terminal terminal, SourceOptions source) {

    private static final String NAME = "icecore-report";

    ExitCode answer(List<Path> archives, String obstacle) {
        terminal.complain("no window: " + obstacle);
        if (archives.size() > 2) {
            terminal.complain(
                    "%d archives are too many: one is shown, two are compared (icecore --help)"
                            .formatted(archives.size()));
            return ExitCode.WRONG_USAGE;
        }
        if (Spared.refuses(terminal, free(), source.evidence(archives))) {
            return ExitCode.WRONG_USAGE;
        }
        return switch (archives.size()) {
            case 0 -> {
                terminal.complain(
                        "without a window it takes archives: icecore ARCHIVE [ARCHIVE], or a command (icecore --help)");
                yield ExitCode.CANNOT_OPEN;
            }
            case 1 -> terminal.with(archives.getFirst(), source, this::answer);
            default -> terminal.with(archives.getFirst(), archives.getLast(), source, this::answer);
        };
    }

    private ExitCode answer(Checkpoint checkpoint) throws EvidenceException, IOException {
        var answers = new Answers(checkpoint, java.util.Optional.empty());
        try (var watch = terminal.watch("reading the images of " + checkpoint.id())) {
            terminal.print(answers.metadata(UnknownContent.of(checkpoint, watch)), false);
        }
        new TaskTreeText(terminal.out(), terminal.surroundings().width()).print(checkpoint);
        terminal.out().flush();
        var writing = new ReportWriting(terminal);
        writing.write(writing.of(checkpoint), new PdfWriter(), free(), Existing.KEEP);
        return ExitCode.DONE;
    }

    /// The older one is `before`, as in the window: nobody said which is which.
    private ExitCode answer(Checkpoint first, Checkpoint second)
            throws EvidenceException, IOException {
        var match = ContainerMatch.of(first, second);
        if (match.order() == ContainerMatch.Order.REVERSED) {
            terminal.complain(
                    "the second archive is the older one and is taken as before: "
                            + match.orderReason());
            return compared(second, first);
        }
        return compared(first, second);
    }

    private ExitCode compared(Checkpoint before, Checkpoint after)
            throws EvidenceException, IOException {
        var writing = new ReportWriting(terminal);
        var comparison = writing.compare(before, after);
        DiffCommand.warn(terminal, comparison);
        new DiffText(terminal.out(), terminal.surroundings().width())
                .print(DiffCommand.Telling.brief(comparison));
        terminal.out().println();
        terminal.out().flush();
        writing.write(writing.of(comparison), new PdfWriter(), free(), Existing.KEEP);
        return ExitCode.DONE;
    }

    /// A name that no file has yet.
    private Path free() {
        var folder = terminal.surroundings().folder();
        var file = folder.resolve(NAME + ".pdf");
        for (var number = 2; Files.exists(file); number++) {
            file = folder.resolve("%s-%d.pdf".formatted(NAME, number));
        }
        return file;
    }

    /// The archives of the sample, before and after; what is not there is left out.
    static List<Path> sample(Path folder) {
        var found = new ArrayList<Path>();
        for (var name : List.of("before", "after")) {
            for (var ending : List.of(".tar", ".tar.gz", ".tar.zst")) {
                var file = folder.resolve(name + ending);
                if (Files.isRegularFile(file)) {
                    found.add(file);
                    break;
                }
            }
        }
        return found;
    }
}
