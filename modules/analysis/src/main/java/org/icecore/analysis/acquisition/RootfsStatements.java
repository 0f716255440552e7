package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.ROOTFS;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.content.NamespaceOwners;
import org.icecore.analysis.content.RootfsTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.RootfsChange;

/// What the export of the root file system leaves out.
record RootfsStatements(Checkpoint checkpoint) {

    List<Statement> all() {
        var all = new ArrayList<Statement>();
        var changes = checkpoint.rootfsChanges();
        switch (changes) {
            case Observed.Present<List<RootfsChange>>(var paths, var at) ->
                    all.add(
                            Statement.fact(
                                            ROOTFS,
                                            "Changes",
                                            Cell.text(Counted.of(paths.size(), "path")),
                                            "written or deleted since the container was created, as far as the engine exported it")
                                    .at(at));
            case Observed.NotCaptured<List<RootfsChange>>(var reason) ->
                    all.add(
                            Statement.gap(
                                    ROOTFS,
                                    "Changes",
                                    Cell.notCaptured(reason),
                                    "which files were written or deleted is unknown, unless the engine writes no list for none"));
            case Observed.Malformed<List<RootfsChange>> malformed ->
                    all.add(
                            Statement.gap(
                                            ROOTFS,
                                            "Changes",
                                            Cell.of(malformed, _ -> Cell.text("")),
                                            "which files were written or deleted is unknown")
                                    .at(malformed.at()));
        }
        all.add(
                Statement.gap(
                        ROOTFS,
                        "Unchanged files",
                        Cell.notCaptured(
                                NamespaceOwners.allWithCriu(checkpoint, "mnt")
                                        ? "they are in the file system of whoever took the checkpoint, which the tasks shared"
                                        : "they are in the image that the container was made of"),
                        "a file that is not listed can still have been there"));
        switch (checkpoint.layout().form()) {
            case PODMAN, PODMAN_PRE_CHECKPOINT, CRIO, EXPORT -> difference(all);
            case CONTAINERD, CONTAINERD_INDEX ->
                    all.add(
                            Statement.fact(
                                    ROOTFS,
                                    "How it was made",
                                    Cell.text("a layer with whiteouts"),
                                    "containerd compares the container with its image; sockets are left out"));
            case RUNTIME, DOCKER, LXC, CRIU -> {
                // Nothing is exported that could have gaps.
            }
        }
        RootfsTable.of(checkpoint).coverage().gaps().stream()
                .filter(gap -> !changes.absence().filter(gap::equals).isPresent())
                .forEach(
                        gap ->
                                all.add(
                                        Statement.gap(
                                                ROOTFS,
                                                "Lost",
                                                Cell.notCaptured(gap),
                                                "paths of it may have been there")));
        RootfsTable.later(checkpoint)
                .ifPresent(
                        text ->
                                all.add(
                                        Statement.caution(
                                                ROOTFS,
                                                "Time of the export",
                                                Cell.text(text),
                                                "memory and files need not be of the same moment")));
        return all;
    }

    private static void difference(List<Statement> all) {
        gap(
                "Modified files",
                "only those whose path exists on the host, too",
                "the engines look for a modified file on the host instead of in the container: one that is not listed may still have been changed",
                all);
        gap(
                "Folders",
                "their owner, mode and times are not compared",
                "a folder that is not listed may still have been changed",
                all);
        gap(
                "Sockets",
                "left out",
                "a Unix socket in the file system is seen only among the open files",
                all);
        gap(
                "Removed folders",
                "listed once, without what was in them",
                "which files were in a removed folder is told by the image alone",
                all);
    }

    private static void gap(String subject, String value, String why, List<Statement> all) {
        all.add(Statement.gap(ROOTFS, subject, Cell.text(value), why));
    }
}
