package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The memory of one task.
@Command(
        name = "memory",
        description = {
            "Shows the memory of a task in hexadecimal, or writes its raw bytes into a file.",
            ""
        },
        footer = {
            "",
            "Rows of 16 bytes lie at multiples of 16: address, hexadecimal, text. * stands for rows equal to the one",
            "above. A line that begins with ~~~~ stands for a run without stored bytes: zero (never written to), ?? (not",
            "captured, with the reason; never shown or written as zeros) or not mapped.",
            "",
            "With -o only known bytes are written, one run behind the other; the list says which addresses lie where in",
            "the file. The file is new, readable by its owner alone, and whole or not there.",
            "",
            "JSON: archive, pid, extents (range, state, location, bytes of at most 4096 each; or reason).",
            "",
            "Exit codes: 0 done; 1 done, but a part was not captured or is unreadable; 2 wrong usage; 3 cannot be",
            "opened or written.",
            "",
            "Examples:",
            "  icecore memory --pid 6 --range 0x7f2f369d0000-0x7f2f369d4000 after.tar",
            "  icecore memory --pid 6 --range heap -o heap.bin after.tar"
        })
final class MemoryCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ARCHIVE", description = "A checkpoint archive or folder.")
    private Path archive = Path.of("");

    @Option(
            names = {"-p", "--pid"},
            paramLabel = "N",
            required = true,
            description = "The task.")
    private int pid;

    @Option(
            names = "--range",
            paramLabel = "START-END",
            description =
                    "Addresses in hexadecimal, END not included; or heap, or stack. All mappings if not given.")
    private Optional<String> range = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "A new file for the raw bytes.")
    private Optional<Path> output = Optional.empty();

    @Mixin private FormatOption format = new FormatOption();

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private Help help = new Help();

    MemoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (output.isPresent()
                && Spared.refuses(terminal, output.get(), source.evidence(List.of(archive)))) {
            return ExitCode.WRONG_USAGE.number();
        }
        return terminal.with(archive, source, this::answer).number();
    }

    private ExitCode answer(Checkpoint checkpoint) throws IOException, EvidenceException {
        if (output.isPresent() && format.get() == Format.json) {
            terminal.complain("-o writes raw bytes; it does not go with --format json");
            return ExitCode.WRONG_USAGE;
        }
        var wanted = Optional.of(new Pid(pid));
        if (!terminal.knows(checkpoint, wanted)) {
            return ExitCode.WRONG_USAGE;
        }
        var task = wanted.flatMap(checkpoint.tasks()::find);
        if (task.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        var memory = task.get().memory();
        if (memory.found().isEmpty()) {
            terminal.complain("task %d: %s".formatted(pid, memory.absence().orElse("")));
            return ExitCode.INCOMPLETE;
        }
        var ranges =
                range.isPresent()
                        ? chosen(memory.found().get(), range.get())
                        : all(memory.found().get());
        if (ranges.isEmpty()) {
            terminal.complain(
                    "--range %s: neither START-END in hexadecimal with START below END, nor the name of a mapping of task %d"
                            .formatted(range.orElse(""), pid));
            return ExitCode.WRONG_USAGE;
        }
        return output.isPresent()
                ? new RawMemory(terminal).write(memory.found().get(), ranges, output.get())
                : switch (format.get()) {
                    case text -> new HexDump(terminal.out()).print(memory.found().get(), ranges);
                    case json ->
                            new MemoryJson(terminal.out())
                                    .print(checkpoint, wanted.get(), memory.found().get(), ranges);
                };
    }

    private static List<AddressRange> all(AddressSpace memory) {
        return memory.vmas().stream().map(Vma::range).toList();
    }

    private static List<AddressRange> chosen(AddressSpace memory, String text) {
        var named =
                memory.vmas().stream()
                        .filter(
                                vma ->
                                        vma.name().equals("[" + text + "]")
                                                || !text.isEmpty() && vma.name().equals(text))
                        .map(Vma::range)
                        .toList();
        // No mapping of the kernel has a name like two addresses.
        var dash = text.indexOf('-');
        if (!named.isEmpty() || dash < 1) {
            return named;
        }
        try {
            var start = VirtualAddress.parse(text.substring(0, dash)).value();
            var end = VirtualAddress.parse(text.substring(dash + 1)).value();
            return Long.compareUnsigned(start, end) < 0
                    ? List.of(new AddressRange(start, end))
                    : List.of();
        } catch (NumberFormatException _) {
            return List.of();
        }
    }
}
