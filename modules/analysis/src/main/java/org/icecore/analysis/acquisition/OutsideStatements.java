package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.OUTSIDE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.dump.DumpLog;
import org.icecore.checkpoint.dump.StandardStream;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.checkpoint.namespace.NamespaceSettings;
import org.icecore.checkpoint.task.NamespaceIds;
import org.icecore.checkpoint.task.Task;

/// What belongs to the host or was handed in from outside: namespaces, mounts, files. CRIU leaves it to whoever restores.
record OutsideStatements(Checkpoint checkpoint, Observed<DumpLog> log) {

    private static final List<String> KINDS =
            List.of("pid", "net", "ipc", "uts", "mnt", "user", "cgroup", "time");
    private static final int MOST_NAMES = 40;
    private static final SequencedMap<String, String> NETWORK_IMAGES = networkImages();

    private static SequencedMap<String, String> networkImages() {
        var images = new LinkedHashMap<String, String>();
        images.put("netdev", "interfaces");
        images.put("ifaddr", "addresses");
        images.put("route", "routes");
        return images;
    }

    List<Statement> all() {
        var all = new ArrayList<Statement>();
        var own = checkpoint.inventory().found().flatMap(Inventory::own);
        if (own.isEmpty()) {
            all.add(
                    Statement.gap(
                            OUTSIDE,
                            "Namespaces",
                            Cell.notCaptured(
                                    "the inventory does not tell which namespaces CRIU was in"),
                            "which are the container's own and which the host's is unknown"));
        } else if (checkpoint.tasks().size() > 0) {
            var settings = checkpoint.kernel().namespaces().items();
            KINDS.forEach(kind -> namespaces(kind, own.get(), settings, all));
        }
        log.found()
                .ifPresent(
                        found ->
                                found.external()
                                        .forEach(
                                                line ->
                                                        all.add(
                                                                Statement.caution(
                                                                                OUTSIDE,
                                                                                "Namespace in the log",
                                                                                Cell.text(
                                                                                        line
                                                                                                .text()),
                                                                                "CRIU was told to leave it to whoever restores")
                                                                        .at(line.at()))));
        mounts(all);
        files(all);
        streams(all);
        return all;
    }

    private void namespaces(
            String kind, NamespaceIds criu, List<NamespaceSettings> settings, List<Statement> all) {
        var ids = ids(kind);
        var host = Optional.ofNullable(criu.namespaces().get(kind));
        for (var id : ids) {
            if (host.filter(id::equals).isPresent()) {
                all.add(shared(kind, id));
            } else {
                all.add(own(kind, id, settings));
            }
        }
    }

    private static Statement shared(String kind, long id) {
        var value = Cell.text("%d, that of CRIU".formatted(id));
        return switch (kind) {
            case "cgroup", "time" ->
                    Statement.fact(
                            OUTSIDE,
                            kind + " namespace",
                            value,
                            "tasks shared it with whoever took the checkpoint, as a rule the host");
            default ->
                    Statement.caution(
                            OUTSIDE,
                            kind + " namespace",
                            value,
                            "tasks shared it with whoever took the checkpoint, as a rule the host: nothing of it was dumped");
        };
    }

    private SortedSet<Long> ids(String kind) {
        var ids = new TreeSet<Long>();
        checkpoint.tasks().all().stream()
                .map(Task::ids)
                .flatMap(observed -> observed.found().stream())
                .flatMap(found -> Optional.ofNullable(found.namespaces().get(kind)).stream())
                .filter(id -> id != 0)
                .forEach(ids::add);
        return ids;
    }

    private Statement own(String kind, long id, List<NamespaceSettings> settings) {
        var plain = "%d, the container's own".formatted(id);
        return switch (kind) {
            case "net" -> network(id, plain, settings);
            case "pid" ->
                    settings.stream()
                            .filter(NamespaceSettings.Processes.class::isInstance)
                            .map(NamespaceSettings.Processes.class::cast)
                            .filter(one -> one.id() == id && one.externalKey().isPresent())
                            .findFirst()
                            .map(
                                    one ->
                                            Statement.caution(
                                                            OUTSIDE,
                                                            "pid namespace",
                                                            Cell.text(
                                                                    "%d, external as %s"
                                                                            .formatted(
                                                                                    id,
                                                                                    one.externalKey()
                                                                                            .orElse(
                                                                                                    ""))),
                                                            "processes of others in it were not dumped")
                                                    .at(one.at()))
                            .orElseGet(
                                    () ->
                                            Statement.fact(
                                                    OUTSIDE,
                                                    "pid namespace",
                                                    Cell.text(plain),
                                                    "all its tasks were dumped; pids are those inside it"));
            default ->
                    Statement.fact(
                            OUTSIDE,
                            kind + " namespace",
                            Cell.text(plain),
                            kind.equals("cgroup")
                                    ? "CRIU dumps the groups, not the namespace"
                                    : "dumped with the container");
        };
    }

    private Statement network(long id, String plain, List<NamespaceSettings> settings) {
        var network =
                settings.stream()
                        .filter(NamespaceSettings.Network.class::isInstance)
                        .map(NamespaceSettings.Network.class::cast)
                        .filter(one -> one.id() == id)
                        .findFirst();
        if (network.isEmpty()) {
            return Statement.gap(
                    OUTSIDE,
                    "net namespace",
                    Cell.notCaptured(
                            checkpoint
                                    .archive()
                                    .loss()
                                    .explain("%d was not dumped: no image of it".formatted(id))),
                    "a runtime can have it taken for empty (--empty-ns net, as runc does): interfaces, addresses, routes and firewall"
                            + " are unknown, not none");
        }
        var key = network.get().externalKey();
        return (key.isPresent()
                        ? Statement.gap(
                                OUTSIDE,
                                "net namespace",
                                Cell.text("%d, external as %s".formatted(id, key.get())),
                                "the engine set it up: interfaces, addresses, routes and firewall are in no image, not none;"
                                        + " of it only tracked connections are dumped")
                        : dumped(id, plain))
                .at(network.get().at());
    }

    /// Of a namespace of its own CRIU always writes these; of the firewall only if a program to list it was there.
    private Statement dumped(long id, String plain) {
        var there = new ArrayList<String>();
        var missing = new ArrayList<String>();
        NETWORK_IMAGES.forEach(
                (kind, what) -> {
                    var name = "%s-%d.img".formatted(kind, id);
                    if (hasImage(name)) {
                        there.add(what);
                    } else {
                        missing.add("%s (no %s)".formatted(what, name));
                    }
                });
        if (missing.isEmpty()) {
            return Statement.fact(
                    OUTSIDE,
                    "net namespace",
                    Cell.text(plain),
                    "%s were dumped".formatted(String.join(", ", there)));
        }
        return Statement.gap(
                OUTSIDE,
                "net namespace",
                Cell.text(plain),
                "%snot in the checkpoint, and unknown, not none: %s"
                        .formatted(
                                there.isEmpty()
                                        ? ""
                                        : "%s were dumped; ".formatted(String.join(", ", there)),
                                String.join(", ", missing)));
    }

    private boolean hasImage(String name) {
        return checkpoint
                .imageDirectory()
                .flatMap(directory -> checkpoint.archive().find(directory + name))
                .isPresent();
    }

    private void mounts(List<Statement> all) {
        var outside =
                checkpoint.mounts().stream()
                        .filter(mount -> mount.externalKey().isPresent())
                        .toList();
        if (outside.isEmpty()) {
            return;
        }
        all.add(
                Statement.gap(
                                OUTSIDE,
                                "Mounts from outside",
                                Cell.text(
                                        names(
                                                outside.stream()
                                                        .map(Mount::mountPoint)
                                                        .distinct()
                                                        .toList())),
                                "what is in them is not in the dump; a volume may be exported beside it")
                        .at(outside.getFirst().at()));
    }

    private void files(List<Statement> all) {
        var outside = checkpoint.files().stream().filter(OutsideStatements::external).toList();
        if (!outside.isEmpty()) {
            all.add(
                    Statement.gap(
                                    OUTSIDE,
                                    "Open files from outside",
                                    Cell.text(
                                            names(
                                                    outside.stream()
                                                            .map(OpenFile::target)
                                                            .distinct()
                                                            .toList())),
                                    "left to whoever restores: what they were connected to is unknown")
                            .at(outside.getFirst().at()));
        }
    }

    private static boolean external(OpenFile file) {
        return switch (file) {
            case OpenFile.ExternalFile _ -> true;
            case OpenFile.RegularFile regular -> regular.external();
            default -> false;
        };
    }

    /// Not every caller of CRIU notes them: where nobody did, nothing is missed.
    private void streams(List<Statement> all) {
        switch (checkpoint.account().standardStreams()) {
            case Observed.Present<List<StandardStream>>(var streams, var at) ->
                    all.add(
                            Statement.fact(
                                            OUTSIDE,
                                            "Standard streams",
                                            Cell.text(
                                                    streams.isEmpty()
                                                            ? "none"
                                                            : listed(
                                                                    streams.stream()
                                                                            .map(
                                                                                    stream ->
                                                                                            stream
                                                                                                            .fd()
                                                                                                    + " "
                                                                                                    + stream
                                                                                                            .target())
                                                                            .toList())),
                                            "where the runtime had led those of the first task; a restore gives the pipes among them new ends")
                                    .at(at));
            case Observed.Malformed<List<StandardStream>> damaged ->
                    all.add(
                            Statement.gap(
                                            OUTSIDE,
                                            "Standard streams",
                                            Cell.notCaptured(damaged.absence().orElseThrow()),
                                            "where the runtime had led those of the first task")
                                    .at(damaged.at()));
            case Observed.NotCaptured<List<StandardStream>> _ -> {}
        }
    }

    private static String names(List<String> names) {
        return "%s: %s".formatted(Counted.of(names.size(), "place"), listed(names));
    }

    private static String listed(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (names.size() > MOST_NAMES ? ", ..." : "");
    }
}
