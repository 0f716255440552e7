package org.icecore.checkpoint.join;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.file.Terminal;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.TtyInfoEntry;
import org.icecore.evidence.Location;

/// Reads terminals and their settings.
record TerminalReader(ImageSet images) {

    Gathered<Terminal> read() {
        var gathering = new Gathering<Terminal>(images);
        return gathering
                .each(
                        ImageKind.TTY_INFO,
                        TtyInfoEntry.class,
                        (_, _, entry, message) ->
                                gathering.add(terminal(message, entry.at()), entry.at()))
                .done(
                        "no tty-info.img is in the checkpoint: CRIU writes it when a terminal is open");
    }

    private static Terminal terminal(TtyInfoEntry terminal, Location at) {
        return new Terminal(
                Integer.toUnsignedLong(terminal.getId()),
                EnumText.of(terminal, TtyInfoEntry.TYPE_FIELD_NUMBER, "unknown"),
                terminal.hasPty()
                        ? OptionalInt.of(terminal.getPty().getIndex())
                        : OptionalInt.empty(),
                terminal.getSid(),
                terminal.getPgrp(),
                terminal.getRdev(),
                terminal.getLocked(),
                terminal.getExclusive(),
                terminal.getPacketMode(),
                terminal.hasWinsize()
                        ? Optional.of(
                                new Terminal.Size(
                                        Integer.toUnsignedLong(terminal.getWinsize().getWsRow()),
                                        Integer.toUnsignedLong(terminal.getWinsize().getWsCol())))
                        : Optional.empty(),
                terminal.hasTermios()
                        ? Optional.of(
                                new Terminal.Settings(
                                        terminal.getTermios().getCIflag(),
                                        terminal.getTermios().getCOflag(),
                                        terminal.getTermios().getCCflag(),
                                        terminal.getTermios().getCLflag(),
                                        terminal.getTermios().getCLine()))
                        : Optional.empty(),
                terminal.hasUid()
                        ? OptionalLong.of(Integer.toUnsignedLong(terminal.getUid()))
                        : OptionalLong.empty(),
                terminal.hasGid()
                        ? OptionalLong.of(Integer.toUnsignedLong(terminal.getGid()))
                        : OptionalLong.empty(),
                at);
    }
}
