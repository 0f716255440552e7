package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.icecore.analysis.acquisition.AcquisitionTable;
import org.icecore.analysis.content.UnknownContent;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.checkpoint.task.Pid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The content of one checkpoint.
@Command(
        name = "inspect",
        description = {
            "Shows what a checkpoint holds; without options its metadata and its task tree.",
            ""
        },
        footer = {
            "",
            "A dash is what does not apply. \"not captured\" is what the checkpoint does not hold; why is told below the",
            "table. Numbers of tasks are those inside the container. Of a mapping, \"captured\" bytes are stored with the",
            "task, \"shared\" ones with a segment that tasks share, \"zero\" ones were never written to; the rest was in the",
            "task's memory but is not in the checkpoint. --explain says what every column of the chosen tables means.",
            "",
            "A recovered file stands in its image as --members lists it; its location says where. What this release of",
            "Icecore does not know of newer images is kept: --members names unknown images, --unknown the fields.",
            "",
            "JSON: an object with archive, checkpoint, one object per table (metadata is \"overview\", --files is",
            "\"places\" and \"descriptors\", --cgroups \"cgroups\" and \"cgroupSettings\", --namespaces \"namespaces\" and",
            "\"namespaceSettings\", --network \"interfaces\", those and \"trackedConnections\") and defects; a table has rows and complete, and notCovered if it is not;",
            "limits says what no checkpoint lets it cover; scope is \"container\" where --pid does not narrow the table. A",
            "row has the columns in order, then ref and location. Sizes are bytes, durations microseconds, times ISO 8601",
            "in UTC, addresses hexadecimal text; what is absent is an object of one entry that says why. Options of a socket",
            "are an object, too: a switch that is set is true, what is set more than once a list.",
            "",
            "Exit codes: 0 done; 1 done, but the evidence is damaged; 2 wrong usage; 3 cannot be opened.",
            "",
            "Examples:",
            "  icecore inspect --files --sockets after.tar",
            "  icecore inspect --mappings --pid 6 --explain after.tar",
            "  icecore inspect --recovered --unknown after.tar",
            "  icecore inspect --acquisition after.tar",
            "  icecore inspect --signals --queues --peers after.tar",
            "  icecore inspect --all --format json after.tar.zst"
        })
final class InspectCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ARCHIVE", description = "A checkpoint archive or folder.")
    private Path archive = Path.of("");

    @Option(names = "--tasks", description = "The task tree with command lines.")
    private boolean tasks;

    @Option(
            names = "--threads",
            description = "Threads with program counter, stack pointer and seccomp mode.")
    private boolean threads;

    @Option(names = "--registers", description = "General-purpose registers of each thread.")
    private boolean registers;

    @Option(names = "--env", description = "Environment strings, with their addresses.")
    private boolean env;

    @Option(names = "--files", description = "Programs, working folders and file descriptors.")
    private boolean files;

    @Option(
            names = "--sockets",
            description =
                    "Sockets with protocol, state and both ends; of connections sequence numbers and windows, too.")
    private boolean sockets;

    @Option(
            names = "--mappings",
            description = "Memory mappings, and how much of each was captured.")
    private boolean mappings;

    @Option(
            names = "--mounts",
            description = "Mounts as the kernel had them, and as the specification asks for.")
    private boolean mounts;

    @Option(
            names = "--network",
            description =
                    "Network interfaces as the engine and the images tell them; addresses, routes, rules, firewalls and"
                            + " tracked connections of dumped network namespaces.")
    private boolean network;

    @Option(names = "--credentials", description = "User and group ids, capabilities, LSM profile.")
    private boolean credentials;

    @Option(names = "--namespaces", description = "Namespaces, and which tasks share them.")
    private boolean namespaces;

    @Option(names = "--limits", description = "Resource limits.")
    private boolean limits;

    @Option(names = "--stats", description = "What CRIU counted while it dumped.")
    private boolean stats;

    @Option(
            names = "--metadata",
            description = "Container, engine, times, sizes, counts, annotations.")
    private boolean metadata;

    @Option(
            names = "--acquisition",
            description =
                    "How the checkpoint was taken, what it therefore does not hold, and where its times come from.")
    private boolean acquisition;

    @Option(
            names = "--members",
            description =
                    "The members of the archive: images of CRIU, known or unknown, and files of the engine; remnants of"
                            + " earlier dumps are marked, unknown fields counted.")
    private boolean members;

    @Option(
            names = "--unknown",
            description =
                    "Fields and values in the images that this release does not know, and where they lie.")
    private boolean unknown;

    @Option(
            names = "--rootfs",
            description = "Paths of the root file system that were written or deleted.")
    private boolean rootfs;

    @Option(
            names = "--recovered",
            description =
                    "Files that were deleted but still open, whose content the checkpoint keeps, with SHA-256.")
    private boolean recovered;

    @Option(
            names = "--tmpfs",
            description = "All that lay in the tmpfs mounts whose content the checkpoint keeps.")
    private boolean tmpfs;

    @Option(
            names = "--volumes",
            description =
                    "All that lay in the named volumes that Podman exported with the checkpoint.")
    private boolean volumes;

    @Mixin private KernelOptions kernel = new KernelOptions();

    @Option(names = "--all", description = "All of these.")
    private boolean all;

    @Option(names = "--explain", description = "Says below each table what its columns mean.")
    private boolean explained;

    @Mixin private PidOption pid = new PidOption();

    @Mixin private FormatOption format = new FormatOption();

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private Help help = new Help();

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.with(archive, source, this::answer).number();
    }

    private ExitCode answer(Checkpoint checkpoint) {
        if (!terminal.knows(checkpoint, pid.get())) {
            return ExitCode.WRONG_USAGE;
        }
        switch (format.get()) {
            case text -> printText(checkpoint, pid.get());
            case json -> printJson(checkpoint, pid.get());
        }
        return ExitCode.DONE;
    }

    private boolean nothingChosen() {
        return !(tasks
                || threads
                || registers
                || env
                || files
                || sockets
                || mappings
                || mounts
                || network
                || credentials
                || namespaces
                || limits
                || stats
                || metadata
                || acquisition
                || members
                || unknown
                || recovered
                || tmpfs
                || volumes
                || rootfs
                || !kernel.nothingChosen()
                || all);
    }

    /// Each is made when it is its turn, so that the heap need not hold what all of them look up.
    private Stream<ResultTable<?>> tables(Checkpoint checkpoint, Optional<Pid> only) {
        var answers = new Answers(checkpoint, only);
        var tables = new ArrayList<Supplier<ResultTable<?>>>();
        lookInto(checkpoint);
        var found = unknownContent(checkpoint);
        if (metadata || all || nothingChosen()) {
            tables.add(() -> answers.metadata(found.orElseThrow()));
        }
        // The metadata holds the statistics, too.
        if (stats && !metadata && !all) {
            tables.add(answers::statistics);
        }
        add(
                acquisition,
                tables,
                () -> WholeContainer.unless(only, AcquisitionTable.of(checkpoint)));
        if (tasks || all || nothingChosen()) {
            tables.add(answers::tasks);
        }
        add(threads, tables, answers::threads);
        add(registers, tables, answers::registers);
        add(credentials, tables, answers::credentials);
        add(namespaces, tables, answers::namespaces);
        add(
                namespaces,
                tables,
                () -> WholeContainer.unless(only, KernelOptions.namespaces(checkpoint)));
        add(limits, tables, answers::limits);
        add(env, tables, answers::environment);
        add(mappings, tables, answers::mappings);
        add(files, tables, answers::places);
        add(files, tables, answers::files);
        add(sockets, tables, answers::sockets);
        add(sockets, tables, answers::connections);
        tables.addAll(kernel.tables(checkpoint, only, all));
        add(mounts, tables, answers::mounts);
        add(mounts, tables, answers::wantedMounts);
        add(network, tables, answers::network);
        // The settings of all namespaces hold those of networks, too.
        if (network && !namespaces && !all) {
            tables.add(answers::networkSettings);
        }
        add(network, tables, answers::trackedConnections);
        add(rootfs, tables, answers::rootfs);
        add(recovered, tables, answers::recovered);
        add(tmpfs, tables, answers::tmpfs);
        add(volumes, tables, answers::volumes);
        add(members, tables, () -> answers.members(found.orElseThrow()));
        add(unknown, tables, () -> WholeContainer.unless(only, found.orElseThrow().table()));
        return tables.stream().map(table -> narrowed(table.get(), only));
    }

    private static ResultTable<?> narrowed(ResultTable<?> table, Optional<Pid> only) {
        return only.isEmpty() ? table : table.about(only.get());
    }

    /// The defects of what is unpacked only when asked for are counted by tables that come first.
    private void lookInto(Checkpoint checkpoint) {
        if (acquisition || recovered || tmpfs || volumes || all) {
            try (var watch = terminal.watch("unpacking the tmpfs of " + checkpoint.id())) {
                TmpfsFiles.lookInto(checkpoint, watch);
            }
        }
    }

    /// Looked for only where a table tells of it: it takes reading all images.
    private Optional<UnknownContent> unknownContent(Checkpoint checkpoint) {
        if (!(metadata || members || unknown || all || nothingChosen())) {
            return Optional.empty();
        }
        try (var watch = terminal.watch("reading the images of " + checkpoint.id())) {
            return Optional.of(UnknownContent.of(checkpoint, watch));
        }
    }

    private void add(
            boolean chosen, List<Supplier<ResultTable<?>>> tables, Supplier<ResultTable<?>> table) {
        if (chosen || all) {
            tables.add(table);
        }
    }

    private void printText(Checkpoint checkpoint, Optional<Pid> only) {
        tables(checkpoint, only)
                .forEach(
                        table -> {
                            if (table.id().equals("tasks") && only.isEmpty() && !explained) {
                                new TaskTreeText(terminal.out(), terminal.surroundings().width())
                                        .print(checkpoint);
                            } else {
                                terminal.print(table, explained);
                            }
                        });
    }

    private void printJson(Checkpoint checkpoint, Optional<Pid> only) {
        var object = JsonTables.object(terminal.out());
        object.put("archive", checkpoint.archive().path().toString());
        object.put("checkpoint", checkpoint.id().value());
        tables(checkpoint, only)
                .forEach(
                        table -> {
                            var answer = JsonTables.of(table);
                            if (WholeContainer.isMarked(table)) {
                                answer.put("scope", "container");
                            }
                            object.put(table.id(), answer);
                        });
        object.put("defects", checkpoint.defects().stream().map(Object::toString).toList());
        object.end();
    }
}
