package org.icecore.checkpoint.join;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.Machine;
import org.icecore.checkpoint.file.Terminal;
import org.icecore.checkpoint.file.TerminalSettings;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.TermiosEntry;
import org.icecore.criu.proto.TtyInfoEntry;
import org.icecore.evidence.Location;

/// Reads terminals and their settings.
record TerminalReader(ImageSet images) {

    /// NCCS of the kernel: what follows them is whatever lay there.
    private static int characters(Machine machine) {
        return switch (machine) {
            case GENERIC, ARM, POWERPC, UNKNOWN -> 19;
            case MIPS -> 23;
        };
    }

    Gathered<Terminal> read() {
        var gathering = new Gathering<Terminal>(images);
        for (var image : gathering.files(ImageKind.TTY_INFO)) {
            for (var entry : image.entries()) {
                if (entry.message() instanceof TtyInfoEntry terminal) {
                    gathering.add(terminal(terminal, image.byteOrder(), entry.at()), entry.at());
                }
            }
        }
        return gathering.done(
                "no tty-info.img is in the checkpoint: CRIU writes it when a terminal is open");
    }

    private TerminalSettings settings(TermiosEntry settings, ByteOrder order) {
        return new TerminalSettings(
                settings.getCIflag(),
                settings.getCOflag(),
                settings.getCCflag(),
                settings.getCLflag(),
                settings.getCLine(),
                characters(settings.getCCcList(), order),
                images.machine());
    }

    /// Four to a word as they stand in memory.
    private List<Integer> characters(List<Integer> words, ByteOrder order) {
        var most = characters(images.machine());
        var used = Math.min(words.size(), Math.ceilDiv(most, Integer.BYTES));
        var bytes = ByteBuffer.allocate(used * Integer.BYTES).order(order);
        words.stream().limit(used).forEach(bytes::putInt);
        return IntStream.range(0, Math.min(most, bytes.capacity()))
                .mapToObj(i -> Byte.toUnsignedInt(bytes.get(i)))
                .toList();
    }

    private Terminal terminal(TtyInfoEntry terminal, ByteOrder order, Location at) {
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
                        ? Optional.of(settings(terminal.getTermios(), order))
                        : Optional.empty(),
                terminal.hasTermiosLocked()
                        ? Optional.of(settings(terminal.getTermiosLocked(), order))
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
