package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.SealNames;
import org.icecore.checkpoint.timer.ClockId;

/// What is known of an open file besides what each has, by its kind.
final class FileDetails {

    /// BPF_MAP_TYPE_* of include/uapi/linux/bpf.h.
    private static final List<String> MAPS =
            List.of(
                    "UNSPEC HASH ARRAY PROG_ARRAY PERF_EVENT_ARRAY PERCPU_HASH PERCPU_ARRAY STACK_TRACE CGROUP_ARRAY"
                            .split(" "));

    private static final List<String> LATER_MAPS =
            List.of(
                    ("LRU_HASH LRU_PERCPU_HASH LPM_TRIE ARRAY_OF_MAPS HASH_OF_MAPS DEVMAP SOCKMAP CPUMAP XSKMAP SOCKHASH"
                                    + " CGROUP_STORAGE REUSEPORT_SOCKARRAY PERCPU_CGROUP_STORAGE QUEUE STACK SK_STORAGE"
                                    + " DEVMAP_HASH STRUCT_OPS RINGBUF INODE_STORAGE TASK_STORAGE BLOOM_FILTER USER_RINGBUF"
                                    + " CGRP_STORAGE ARENA")
                            .split(" "));

    /// Of what is watched through one file, so many are named beside it.
    private static final int MOST_WATCHED = 200;

    private FileDetails() {}

    /// Each in a few words.
    static List<String> of(DescriptorTable.Row held) {
        return Stream.of(
                        held.descriptor().file().found().stream().flatMap(file -> of(held, file)),
                        held.descriptor().label().stream().map("SELinux context "::concat),
                        held.signals().stream())
                .flatMap(facts -> facts)
                .toList();
    }

    private static Stream<String> of(DescriptorTable.Row held, OpenFile file) {
        return switch (file) {
            case OpenFile.RegularFile it -> regular(it);
            case OpenFile.InetSocket _,
                    OpenFile.UnixSocket _,
                    OpenFile.NetlinkSocket _,
                    OpenFile.PacketSocket _ ->
                    Socket.of(file).stream().flatMap(socket -> socket.options().names().stream());
            case OpenFile.EventPoll _, OpenFile.Inotify _, OpenFile.SignalFd _ ->
                    watched(held, file);
            case OpenFile.Fanotify it ->
                    Stream.concat(
                            Stream.of(
                                    String.join(" | ", EventNames.fanotifyGroup(it.groupFlags())),
                                    "hands out " + String.join(" | ", it.eventFlags().names())),
                            watched(held, file));
            case OpenFile.TimerFd it -> timer(it);
            case OpenFile.NamespaceFile it -> Stream.of("CRIU's id " + it.namespaceId());
            case OpenFile.MemFd it -> memfd(it);
            case OpenFile.BpfMap it -> map(it);
            case OpenFile.Tty it ->
                    Stream.concat(
                            it.type().stream(),
                            it.index().stream().mapToObj(index -> "index " + index));
            case OpenFile.EventFd it -> Stream.of("counter " + Long.toUnsignedString(it.counter()));
            case OpenFile.Tun it -> tun(it);
            case OpenFile.PidFd it ->
                    Stream.of(it.pid() < 0 ? "the process is gone" : "pid " + it.pid());
            case OpenFile.Pipe _,
                    OpenFile.Fifo _,
                    OpenFile.ExternalFile _,
                    OpenFile.Unrecognised _ ->
                    Stream.empty();
        };
    }

    /// Not without end, since a table has a cell like this for each descriptor: each watch has a row of its own elsewhere.
    private static Stream<String> watched(DescriptorTable.Row held, OpenFile file) {
        var all = WatchTable.count(file);
        var told =
                IntStream.range(0, Math.min(MOST_WATCHED, all))
                        .mapToObj(place -> watched(WatchTable.row(held, place)));
        return all <= MOST_WATCHED
                ? told
                : Stream.concat(
                        Stream.of(
                                "watches %,d things, of which the first %d follow; the table of watches has all"
                                        .formatted(all, MOST_WATCHED)),
                        told);
    }

    private static String watched(WatchTable.Row row) {
        return row.events().isEmpty()
                ? row.what()
                : row.what() + " " + String.join(" | ", row.events());
    }

    private static Stream<String> regular(OpenFile.RegularFile file) {
        var facts = new ArrayList<String>();
        if (!file.tellsWhetherDeleted()) {
            facts.add("deleted or not: unknown");
        }
        file.size().ifPresent(size -> facts.add("size " + Long.toUnsignedString(size)));
        file.mode().ifPresent(mode -> facts.add("mode %04o".formatted(mode & 07777)));
        file.mountId().ifPresent(mount -> facts.add("mount " + mount));
        file.buildId().ifPresent(build -> facts.add("build id " + build));
        file.checksum().ifPresent(sum -> facts.add(checksum(sum)));
        if (file.external()) {
            facts.add("left to who restores");
        }
        return facts.stream();
    }

    private static String checksum(OpenFile.Checksum sum) {
        var text = new StringBuilder("checksum 0x%08x".formatted(sum.value()));
        sum.configuration().ifPresent(number -> text.append(", configuration ").append(number));
        sum.parameter().ifPresent(number -> text.append(", parameter ").append(number));
        return text.toString();
    }

    private static Stream<String> timer(OpenFile.TimerFd timer) {
        var facts =
                Stream.of(
                        new ClockId(timer.clock()).name(),
                        Long.toUnsignedString(timer.ticks()) + " expirations not read",
                        timer.nextNanos() == 0
                                ? "disarmed"
                                : "next in " + timer.nextNanos() + " ns",
                        timer.intervalNanos() == 0
                                ? "once"
                                : "every " + timer.intervalNanos() + " ns");
        return Stream.concat(facts, EventNames.timer(timer.setFlags()).stream());
    }

    private static Stream<String> tun(OpenFile.Tun tun) {
        var facts = new ArrayList<String>();
        if (tun.detached()) {
            facts.add("queue switched off");
        }
        tun.namespace().ifPresent(id -> facts.add("network namespace " + id));
        return facts.stream();
    }

    private static Stream<String> memfd(OpenFile.MemFd file) {
        var facts = new ArrayList<String>();
        file.size().ifPresent(size -> facts.add("size " + Long.toUnsignedString(size)));
        file.seals()
                .ifPresent(
                        seals ->
                                facts.add(
                                        seals == 0
                                                ? "no seals"
                                                : String.join(" | ", SealNames.of(seals))));
        file.inode()
                .ifPresent(
                        inode -> {
                            facts.add("owner %d:%d".formatted(inode.uid(), inode.gid()));
                            inode.mode()
                                    .ifPresent(
                                            mode -> facts.add("mode %04o".formatted(mode & 07777)));
                        });
        file.shmid().ifPresent(id -> facts.add("kept in segment " + CellText.address(id)));
        return facts.stream();
    }

    private static Stream<String> map(OpenFile.BpfMap map) {
        var settings = map.settings();
        var facts =
                Stream.of(
                        "BPF_MAP_TYPE_" + type(map.mapType()),
                        "map id " + map.mapId(),
                        "keys of %d bytes".formatted(map.keySize()),
                        "values of %d bytes".formatted(map.valueSize()),
                        "at most %d entries".formatted(map.maxEntries()),
                        map.frozen() ? "frozen" : "not frozen",
                        map.count().isPresent()
                                ? "%d entries kept".formatted(map.count().getAsLong())
                                : "no entries kept",
                        "%s bytes of kernel memory"
                                .formatted(Long.toUnsignedString(settings.charged())));
        var more = new ArrayList<>(EventNames.map(settings.flags()));
        settings.extra().ifPresent(word -> more.add("extra word 0x%x".formatted(word)));
        if (settings.interfaceIndex() != 0) {
            more.add("offloaded to interface " + settings.interfaceIndex());
        }
        return Stream.concat(facts, more.stream());
    }

    private static String type(int number) {
        var later = number - MAPS.size();
        if (number < 0 || later >= LATER_MAPS.size()) {
            return Integer.toUnsignedString(number);
        }
        return later < 0 ? MAPS.get(number) : LATER_MAPS.get(later);
    }
}
