package org.icecore.analysis.compare;

import java.util.OptionalInt;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.OpenFlags;
import org.icecore.checkpoint.file.SealNames;

/// Compares two states of one open file.
final class FileDifferences {

    private final Ledger ledger;

    FileDifferences(Ledger ledger) {
        this.ledger = ledger;
    }

    void compare(Topic topic, OpenFile before, OpenFile after, String note) {
        ledger.compare(topic, "flags", before.flags(), after.flags(), OpenFlags::toString);
        switch (before) {
            case OpenFile.RegularFile file when after instanceof OpenFile.RegularFile other ->
                    regular(topic, file, other, note);
            case OpenFile.MemFd file when after instanceof OpenFile.MemFd other ->
                    memfd(topic, file, other, note);
            case OpenFile.InetSocket file when after instanceof OpenFile.InetSocket other ->
                    inet(topic, file, other, note);
            case OpenFile.EventPoll file when after instanceof OpenFile.EventPoll other ->
                    new WatchDifferences(ledger, topic, note).compare(file, other);
            case OpenFile.Inotify file when after instanceof OpenFile.Inotify other ->
                    new WatchDifferences(ledger, topic, note).compare(file, other);
            case OpenFile.Fanotify file when after instanceof OpenFile.Fanotify other ->
                    new WatchDifferences(ledger, topic, note).compare(file, other);
            case OpenFile.RegularFile _,
                    OpenFile.MemFd _,
                    OpenFile.InetSocket _,
                    OpenFile.EventPoll _,
                    OpenFile.Inotify _,
                    OpenFile.Pipe _,
                    OpenFile.Fifo _,
                    OpenFile.UnixSocket _,
                    OpenFile.NetlinkSocket _,
                    OpenFile.PacketSocket _,
                    OpenFile.EventFd _,
                    OpenFile.SignalFd _,
                    OpenFile.TimerFd _,
                    OpenFile.Fanotify _,
                    OpenFile.Tty _,
                    OpenFile.NamespaceFile _,
                    OpenFile.Tun _,
                    OpenFile.ExternalFile _,
                    OpenFile.BpfMap _,
                    OpenFile.PidFd _,
                    OpenFile.Unrecognised _ ->
                    ledger.compare(topic, "target", before.target(), after.target(), note);
        }
    }

    private void regular(
            Topic topic, OpenFile.RegularFile before, OpenFile.RegularFile after, String note) {
        position(topic, before.position(), after.position(), note);
        ledger.compare(
                topic,
                "size",
                Observations.number(before.size()),
                Observations.number(after.size()),
                note);
        ledger.compare(topic, "mode", octal(before.mode()), octal(after.mode()), note);
        if (before.deleted() != after.deleted()) {
            ledger.changed(
                    topic,
                    "deleted",
                    Observations.yesNo(before.deleted()),
                    Observations.yesNo(after.deleted()),
                    note,
                    !before.tellsWhetherDeleted(),
                    !after.tellsWhetherDeleted());
        }
        ledger.compare(
                topic,
                "build id",
                before.buildId().orElse("none"),
                after.buildId().orElse("none"),
                note);
    }

    private void memfd(Topic topic, OpenFile.MemFd before, OpenFile.MemFd after, String note) {
        position(topic, before.position(), after.position(), note);
        ledger.compare(
                topic,
                "size",
                Observations.number(before.size()),
                Observations.number(after.size()),
                note);
        ledger.compare(topic, "seals", seals(before), seals(after), note);
    }

    private void position(Topic topic, long before, long after, String note) {
        ledger.compare(
                topic,
                "position",
                Long.toUnsignedString(before),
                Long.toUnsignedString(after),
                note);
    }

    private void inet(
            Topic topic, OpenFile.InetSocket before, OpenFile.InetSocket after, String note) {
        ledger.compare(topic, "state", before.state().toString(), after.state().toString(), note);
        ledger.compare(
                topic, "source", before.source().toString(), after.source().toString(), note);
        ledger.compare(
                topic,
                "destination",
                before.destination().toString(),
                after.destination().toString(),
                note);
        ledger.compare(
                topic,
                "queues",
                before.connection().flatMap(Observed::found),
                after.connection().flatMap(Observed::found),
                queues -> "received %d, sent %d".formatted(queues.received(), queues.sent()));
    }

    private static String seals(OpenFile.MemFd memfd) {
        return memfd.seals().isPresent()
                ? String.join("|", SealNames.of(memfd.seals().getAsInt()))
                : "not recorded";
    }

    private static String octal(OptionalInt value) {
        return value.isPresent() ? "0%o".formatted(value.getAsInt()) : "not recorded";
    }
}
