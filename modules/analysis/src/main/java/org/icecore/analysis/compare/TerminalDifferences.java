package org.icecore.analysis.compare;

import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.Terminal;
import org.icecore.checkpoint.file.TerminalSettings;

/// Compares terminals: how they are set, how large they are, whose session they control. A pseudo terminal is the same if its
/// number and its end are.
record TerminalDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {

    private static final String NOT_RECORDED = "not recorded";

    void compare() {
        Keyed.of(
                        first.kernel().terminals().items(),
                        second.kernel().terminals().items(),
                        TerminalDifferences::name)
                .each(
                        this::inBoth,
                        gone ->
                                ledger.add(
                                        new Change.Removed(
                                                ChangeKind.TERMINAL,
                                                Optional.empty(),
                                                name(gone),
                                                side(first, gone),
                                                "")),
                        come ->
                                ledger.add(
                                        new Change.Added(
                                                ChangeKind.TERMINAL,
                                                Optional.empty(),
                                                name(come),
                                                side(second, come),
                                                "")));
    }

    private void inBoth(Terminal old, Terminal now) {
        var topic =
                new Topic(
                        ChangeKind.TERMINAL,
                        Optional.empty(),
                        name(now),
                        ref(first, old),
                        ref(second, now),
                        Optional.of(old.at()),
                        Optional.of(now.at()));
        ledger.compare(topic, "session", old.session(), now.session());
        ledger.compare(topic, "foreground group", old.group(), now.group());
        ledger.compare(topic, "size", size(old), size(now));
        ledger.compare(topic, "locked", yesNo(old, Terminal::locked), yesNo(now, Terminal::locked));
        ledger.compare(
                topic,
                "exclusive",
                yesNo(old, Terminal::exclusive),
                yesNo(now, Terminal::exclusive));
        ledger.compare(
                topic,
                "packet mode",
                yesNo(old, Terminal::packetMode),
                yesNo(now, Terminal::packetMode));
        ledger.compare(
                topic,
                "owner",
                Observations.number(old.owner()) + ":" + Observations.number(old.ownerGroup()),
                Observations.number(now.owner()) + ":" + Observations.number(now.ownerGroup()));
        ledger.compare(
                topic, "settings", old.settings(), now.settings(), TerminalDifferences::settings);
        ledger.compare(
                topic, "locked settings", old.locks(), now.locks(), TerminalDifferences::settings);
    }

    private static String size(Terminal terminal) {
        return terminal.size()
                .map(
                        size ->
                                "%s, %s"
                                        .formatted(
                                                Counted.of(size.columns(), "column"),
                                                Counted.of(size.rows(), "row")))
                .orElse(NOT_RECORDED);
    }

    private static String yesNo(Terminal terminal, Function<Terminal, Boolean> flag) {
        return Observations.yesNo(flag.apply(terminal));
    }

    private static String settings(TerminalSettings settings) {
        return "c_iflag 0x%x, c_oflag 0x%x, c_cflag 0x%x, c_lflag 0x%x, c_line %d, echo %s, %s"
                .formatted(
                        settings.input(),
                        settings.output(),
                        settings.control(),
                        settings.local(),
                        settings.discipline(),
                        settings.echo() ? "on" : "off",
                        String.join(", ", settings.characterNames()));
    }

    private static String name(Terminal terminal) {
        var index = terminal.index();
        return "terminal %s%s%s"
                .formatted(
                        terminal.type(),
                        index.isPresent() ? " " + index.getAsInt() : "",
                        terminal.master() ? " master" : "");
    }

    private static Side side(Checkpoint checkpoint, Terminal terminal) {
        return new Side(
                "session %d, %s".formatted(terminal.session(), size(terminal)),
                ref(checkpoint, terminal),
                Optional.of(terminal.at()));
    }

    private static ArtefactRef ref(Checkpoint checkpoint, Terminal terminal) {
        return new ArtefactRef.OfMember(checkpoint.id(), terminal.at().member());
    }
}
