package org.icecore.app.cli;

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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The memory of one task.
@Command(
        name = "memory",
        description = {
            "Shows the memory of a task in hexadecimal, or writes its raw bytes into a file.",
            "Bytes that were not captured are shown as ?? with the reason, and are never written."
        },
        footer = {
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

    @Mixin private Help help = new Help();

    MemoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.with(archive, this::answer).number();
    }

    private ExitCode answer(Checkpoint checkpoint) throws java.io.IOException {
        var task = checkpoint.tasks().find(new Pid(pid));
        if (task.isEmpty()) {
            terminal.err().println("icecore: task %d is not in the checkpoint".formatted(pid));
            return ExitCode.WRONG_USAGE;
        }
        var memory = task.get().memory();
        if (memory.found().isEmpty()) {
            terminal.err()
                    .println("icecore: task %d: %s".formatted(pid, memory.absence().orElse("")));
            return ExitCode.INCOMPLETE;
        }
        var ranges =
                range.isPresent()
                        ? chosen(memory.found().get(), range.get())
                        : all(memory.found().get());
        if (ranges.isEmpty()) {
            terminal.err()
                    .println(
                            ("icecore: --range %s: not START-END in hexadecimal with START below END, nor the name of "
                                            + "a mapping that the task has")
                                    .formatted(range.orElse("")));
            return ExitCode.WRONG_USAGE;
        }
        return output.isPresent()
                ? new RawMemory(terminal.out(), terminal.err())
                        .write(memory.found().get(), ranges, output.get())
                : new HexDump(terminal.out()).print(memory.found().get(), ranges);
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
