package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Machine;
import org.icecore.checkpoint.file.Terminal;
import org.icecore.checkpoint.file.TerminalSettings;

/// Terminals: whose session they control, who has them open, and how they are set.
public final class TerminalTable {

    private static final String NO_SETTINGS = "no settings are recorded";

    private static final String NO_MACHINE = "no core image tells the kind of machine";

    private TerminalTable() {}

    /// One row per terminal, and per end of a pseudo terminal.
    public static ResultTable<Terminal> of(Checkpoint checkpoint) {
        var terminals = checkpoint.kernel().terminals();
        return new ResultTable<>(
                "terminals",
                "Terminals",
                columns(TerminalHolders.of(checkpoint)),
                terminals.items(),
                terminal -> new ArtefactRef.OfMember(checkpoint.id(), terminal.at().member()),
                terminal -> Optional.of(terminal.at()),
                Coverage.without(terminals.gaps()));
    }

    private static List<Column<Terminal>> columns(TerminalHolders tasks) {
        return List.of(
                Column.number("id", "Id", "Number by which open files refer to it", Terminal::id),
                Column.text(
                        "type",
                        "Type",
                        "Kind of terminal",
                        terminal -> terminal.type() + (terminal.master() ? " master" : "")),
                Column.of(
                        "index",
                        "Index",
                        ColumnKind.NUMBER,
                        "N of /dev/pts/N",
                        terminal ->
                                terminal.index().isPresent()
                                        ? Cell.number(terminal.index().getAsInt())
                                        : Cell.notApplicable("no pseudo terminal")),
                Column.number(
                        "session",
                        "Session",
                        "Session that it controls; 0 is none",
                        Terminal::session),
                Column.of(
                        "leader",
                        "Session leader",
                        ColumnKind.TEXT,
                        "Task that leads the session that it controls",
                        tasks::leader),
                Column.number(
                        "group",
                        "Foreground group",
                        "Process group that reads from it; 0 is none",
                        Terminal::group),
                Column.of(
                        "foreground",
                        "In the foreground",
                        ColumnKind.FLAGS,
                        "Tasks of the group that reads from it",
                        tasks::foreground),
                Column.of(
                        "holders",
                        "Held by",
                        ColumnKind.FLAGS,
                        "Descriptors that hold it open: process id and number",
                        tasks::holders),
                Column.of(
                        "size",
                        "Size",
                        ColumnKind.TEXT,
                        "Columns and rows",
                        terminal ->
                                Cell.of(
                                        terminal.size(),
                                        "no size is recorded",
                                        size ->
                                                Cell.text(
                                                        size.rows() == 0 && size.columns() == 0
                                                                ? "not set"
                                                                : size.toString()))),
                setting(
                        "echo",
                        "Echo",
                        "Whether input is shown: not while a password is typed",
                        settings -> Optional.of(settings.echo())),
                setting(
                        "lines",
                        "Line by line",
                        "Whether input is handed over in whole lines",
                        TerminalSettings::canonical),
                Column.of(
                        "uid",
                        "Uid",
                        ColumnKind.NUMBER,
                        "User who owns the device file",
                        terminal -> Cell.of(terminal.owner(), "no owner is recorded")),
                Column.of(
                        "exclusive",
                        "Exclusive",
                        ColumnKind.FLAG,
                        "Not to be opened again",
                        terminal -> new Cell.Flag(terminal.exclusive())),
                Column.of(
                        "packets",
                        "Packet mode",
                        ColumnKind.FLAG,
                        "The master is told of flow control and flushing (TIOCPKT)",
                        terminal ->
                                terminal.master()
                                        ? new Cell.Flag(terminal.packetMode())
                                        : Cell.notApplicable("only the master of a pair has one")),
                Column.of(
                        "locked",
                        "Locked",
                        ColumnKind.FLAG,
                        "The other end cannot be opened yet (TIOCSPTLCK)",
                        terminal ->
                                terminal.index().isPresent()
                                        ? new Cell.Flag(terminal.locked())
                                        : Cell.notApplicable("no pseudo terminal")),
                Column.of(
                        "speed",
                        "Speed",
                        ColumnKind.NUMBER,
                        "Bits a second; without meaning for a pseudo terminal",
                        terminal ->
                                Cell.of(
                                        terminal.settings(),
                                        NO_SETTINGS,
                                        settings ->
                                                Cell.of(
                                                        settings.speed(),
                                                        settings.machine() == Machine.UNKNOWN
                                                                ? NO_MACHINE
                                                                : "a speed of no name is not recorded"))),
                Column.of(
                        "characters",
                        "Characters",
                        ColumnKind.FLAGS,
                        "Which character does what, as stty -a says it",
                        terminal ->
                                Cell.of(
                                        terminal.settings(),
                                        NO_SETTINGS,
                                        settings -> new Cell.Names(settings.characterNames()))),
                Column.of(
                        "lockedSettings",
                        "Locked settings",
                        ColumnKind.FLAGS,
                        "Bits of settings that nobody can change (TIOCSLCKTRMIOS)",
                        terminal ->
                                Cell.of(
                                        terminal.locks(),
                                        "no locks are recorded",
                                        locks -> new Cell.Names(locks(locks)))));
    }

    /// Words of bits, and characters by their place.
    private static List<String> locks(TerminalSettings locks) {
        var names = new ArrayList<String>();
        lock(names, "c_iflag", locks.input());
        lock(names, "c_oflag", locks.output());
        lock(names, "c_cflag", locks.control());
        lock(names, "c_lflag", locks.local());
        if (locks.discipline() != 0) {
            names.add("c_line");
        }
        names.addAll(locks.namesOfSet());
        return names;
    }

    private static void lock(List<String> names, String name, int bits) {
        if (bits != 0) {
            names.add("%s 0x%x".formatted(name, bits));
        }
    }

    private static Column<Terminal> setting(
            String id,
            String title,
            String tooltip,
            Function<TerminalSettings, Optional<Boolean>> value) {
        return Column.of(
                id,
                title,
                ColumnKind.FLAG,
                tooltip,
                terminal ->
                        Cell.of(
                                terminal.settings(),
                                NO_SETTINGS,
                                settings ->
                                        Cell.of(
                                                value.apply(settings),
                                                NO_MACHINE,
                                                Cell.Flag::new)));
    }
}
