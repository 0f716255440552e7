package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.icecore.analysis.content.CgroupTable;
import org.icecore.analysis.content.FilterTable;
import org.icecore.analysis.content.HostTable;
import org.icecore.analysis.content.IpcTable;
import org.icecore.analysis.content.LockTable;
import org.icecore.analysis.content.NamespaceSettingsTable;
import org.icecore.analysis.content.PeerTable;
import org.icecore.analysis.content.QueueTable;
import org.icecore.analysis.content.SignalTable;
import org.icecore.analysis.content.TerminalTable;
import org.icecore.analysis.content.TimerTable;
import org.icecore.analysis.content.TraitTable;
import org.icecore.analysis.content.WatchTable;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import picocli.CommandLine.Option;

/// The tables of `inspect` about what the kernel kept for the tasks.
final class KernelOptions {

    @Option(
            names = "--signals",
            description = "Signals that are handled, ignored, blocked or waiting.")
    private boolean signals;

    @Option(names = "--timers", description = "Timers, and how long until they fire.")
    private boolean timers;

    @Option(names = "--locks", description = "Locks on files.")
    private boolean locks;

    @Option(
            names = "--queues",
            description = "What waits in pipes, sockets, terminals and message queues.")
    private boolean queues;

    @Option(names = "--ipc", description = "System V shared memory, semaphores, message queues.")
    private boolean ipc;

    @Option(names = "--cgroups", description = "Control groups, and what they allowed.")
    private boolean cgroups;

    @Option(
            names = "--peers",
            description = "Who holds the other end of pipes, sockets and terminals.")
    private boolean peers;

    @Option(names = "--watches", description = "What epoll, inotify and signalfd watch.")
    private boolean watches;

    @Option(
            names = "--terminals",
            description = "Terminals with their sessions, sizes and settings.")
    private boolean terminals;

    @Option(
            names = "--traits",
            description = "Priorities, OOM score, personality, rseq, LSM profile of threads.")
    private boolean traits;

    @Option(
            names = "--filters",
            description =
                    "Filters of system calls and sockets, disassembled, and who is under them.")
    private boolean filters;

    @Option(
            names = "--host",
            description = "The machine: processor, binary formats, automounts, AppArmor policies.")
    private boolean host;

    boolean nothingChosen() {
        return !(signals || timers || locks || queues || ipc || cgroups || peers || watches
                || terminals || traits || filters || host);
    }

    /// Narrowed to one task where one is wanted and the rows belong to tasks; each is made when it is its turn.
    List<Supplier<ResultTable<?>>> tables(Checkpoint checkpoint, Optional<Pid> only, boolean all) {
        var tables = new ArrayList<Supplier<ResultTable<?>>>();
        if (signals || all) {
            tables.add(
                    () -> SignalTable.of(checkpoint).where(row -> wanted(only, row.task().pid())));
        }
        if (timers || all) {
            tables.add(
                    () -> TimerTable.of(checkpoint).where(row -> wanted(only, row.task().pid())));
        }
        if (traits || all) {
            tables.add(
                    () ->
                            TraitTable.of(checkpoint)
                                    .where(row -> wanted(only, row.thread().task().pid())));
        }
        if (locks || all) {
            tables.add(() -> LockTable.of(checkpoint).where(lock -> wanted(only, lock.owner())));
        }
        if (peers || all) {
            tables.add(() -> PeerTable.of(checkpoint).where(row -> wanted(only, row.task().pid())));
        }
        if (watches || all) {
            tables.add(
                    () -> WatchTable.of(checkpoint).where(row -> wanted(only, row.task().pid())));
        }
        if (queues || all) {
            tables.add(() -> WholeContainer.unless(only, QueueTable.of(checkpoint)));
        }
        if (filters || all) {
            tables.add(() -> WholeContainer.unless(only, FilterTable.of(checkpoint)));
        }
        // Thousands of lines, which nobody wants beside all the rest.
        if (filters) {
            tables.add(() -> WholeContainer.unless(only, FilterTable.instructions(checkpoint)));
        }
        if (host || all) {
            tables.add(() -> WholeContainer.unless(only, HostTable.of(checkpoint)));
        }
        if (terminals || all) {
            tables.add(() -> WholeContainer.unless(only, TerminalTable.of(checkpoint)));
        }
        if (ipc || all) {
            tables.add(() -> WholeContainer.unless(only, IpcTable.of(checkpoint)));
        }
        if (cgroups || all) {
            tables.add(() -> WholeContainer.unless(only, CgroupTable.members(checkpoint)));
            tables.add(() -> WholeContainer.unless(only, CgroupTable.settings(checkpoint)));
        }
        return tables;
    }

    /// What is told of namespaces besides who shares them.
    static ResultTable<?> namespaces(Checkpoint checkpoint) {
        return NamespaceSettingsTable.of(checkpoint);
    }

    private static boolean wanted(Optional<Pid> only, Pid pid) {
        return only.isEmpty() || only.get().equals(pid);
    }
}
