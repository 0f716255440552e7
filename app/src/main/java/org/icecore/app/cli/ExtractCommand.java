package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The content of one file that a checkpoint keeps.
@Command(
        name = "extract",
        description = {
            "Writes the content of one file that the checkpoint keeps into a new file, and says its SHA-256.",
            ""
        },
        footer = {
            "",
            "NAME is a path that inspect --rootfs, --recovered, --tmpfs or --volumes lists, the member that keeps a file",
            "of a tmpfs, or a member of the archive. Where several files are called so, they are listed; each line begins with a name",
            "for that one alone.",
            "",
            "The file is new, readable by its owner alone, and whole or not there: a file of which bytes are not in the",
            "checkpoint is not written.",
            "",
            "Exit codes: 0 done; 1 the content is not in the checkpoint, or damaged; 2 wrong usage; 3 cannot be opened or",
            "written.",
            "",
            "Examples:",
            "  icecore extract after.tar /etc/cron.d/sysupd -o sysupd",
            "  icecore extract after.tar /dev/shm/.cache -o cache.bin"
        })
final class ExtractCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "ARCHIVE",
            description = "A checkpoint archive or folder.")
    private Path archive = Path.of("");

    @Parameters(index = "1", paramLabel = "NAME", description = "The file.")
    private String name = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "A new file for the content.")
    private Path output = Path.of("");

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private Help help = new Help();

    ExtractCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (Spared.refuses(terminal, output, source.evidence(List.of(archive)))) {
            return ExitCode.WRONG_USAGE.number();
        }
        return terminal.with(archive, source, this::answer).number();
    }

    private ExitCode answer(Checkpoint checkpoint) throws IOException, EvidenceException {
        try (var watch = terminal.watch("looking for " + name)) {
            var found = Extractable.named(checkpoint, name, watch);
            watch.clear();
            if (found.isEmpty()) {
                terminal.complain("%s is not in %s".formatted(name, archive));
                return ExitCode.WRONG_USAGE;
            }
            if (found.size() > 1) {
                terminal.complain("%s is the name of %d files:".formatted(name, found.size()));
                found.forEach(
                        one -> terminal.complain("%s  (%s)".formatted(one.ref(), one.what())));
                return ExitCode.WRONG_USAGE;
            }
            return switch (found.getFirst().content(checkpoint, watch)) {
                case Observed.Present<StoredFile>(var file, _) -> write(file, watch);
                case Observed.NotCaptured<StoredFile>(var reason) -> refuse(reason);
                case Observed.Malformed<StoredFile>(var at, var defect) ->
                        refuse(at + ": " + defect);
            };
        }
    }

    private ExitCode refuse(String reason) {
        terminal.complain(reason);
        return ExitCode.INCOMPLETE;
    }

    private ExitCode write(StoredFile file, Watch watch) throws IOException, EvidenceException {
        var unknown = file.parts().stream().filter(part -> !part.origin().known()).findFirst();
        if (unknown.isPresent()) {
            return refuse(
                    "%s: the bytes %s are not in the checkpoint; nothing was written"
                            .formatted(file.name(), unknown.get().range()));
        }
        Optional<Digest> digest = Optional.empty();
        try {
            digest = Optional.of(Digest.of(file.bytes(), watch));
        } catch (EvidenceException damaged) {
            return refuse(damaged.getMessage());
        }
        FreshFile.write(
                output,
                channel ->
                        FreshFile.copy(file.bytes()::read, 0, file.bytes().size(), channel, watch));
        watch.clear();
        terminal.out()
                .println(
                        "%s  %s  %s"
                                .formatted(
                                        digest.get().hex(),
                                        CellText.exactBytes(file.bytes().size()),
                                        Printable.text(file.name())));
        return ExitCode.DONE;
    }
}
