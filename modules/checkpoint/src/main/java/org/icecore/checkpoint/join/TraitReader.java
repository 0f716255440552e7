package org.icecore.checkpoint.join;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.signal.SignalSet;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.TaskTraits;
import org.icecore.checkpoint.task.ThreadTraits;
import org.icecore.checkpoint.task.ThreadTraits.Area;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.criu.proto.MmEntry;

/// Reads how the kernel treats tasks and threads, from their core images and those of their memory.
record TraitReader(RecentCores cores) {

    /// SS_DISABLE.
    private static final int NO_STACK = 2;

    private static final int MOST_RINGS = 1024;

    Observed<TaskTraits> ofTask(Pid pid) {
        return cores.of(pid)
                .flatMap(
                        core -> {
                            var task = core.message().getTc();
                            if (!core.message().hasTc()) {
                                return Observed.notCaptured(
                                        core.entry().at().member() + " says nothing of the task");
                            }
                            var memory = memory(pid);
                            return Observed.present(
                                    new TaskTraits(
                                            task.getPersonality(),
                                            task.hasOomScoreAdj()
                                                    ? OptionalInt.of(task.getOomScoreAdj())
                                                    : OptionalInt.empty(),
                                            task.hasChildSubreaper()
                                                    ? Optional.of(task.getChildSubreaper())
                                                    : Optional.empty(),
                                            task.hasStopSigno()
                                                    ? Optional.of(
                                                            SignalReader.numbering(core.message())
                                                                    .signal(task.getStopSigno()))
                                                    : Optional.empty(),
                                            dumpable(memory),
                                            task.hasMembarrierRegistrationMask()
                                                    ? OptionalInt.of(
                                                            task.getMembarrierRegistrationMask())
                                                    : OptionalInt.empty(),
                                            memory.filter(MmEntry::hasThpDisabled)
                                                    .map(MmEntry::getThpDisabled),
                                            memory.map(TraitReader::rings)),
                                    core.places(CoreEntry.TC_FIELD_NUMBER).at(0));
                        });
    }

    /// What is of the address space, the image of that tells.
    private Optional<MmEntry> memory(Pid pid) {
        return SingleEntry.in(
                        cores.images(),
                        ImageName.of(ImageKind.MM, Integer.toUnsignedLong(pid.value())),
                        MmEntry.class)
                .found()
                .map(SingleEntry::message);
    }

    private static OptionalInt dumpable(Optional<MmEntry> memory) {
        return memory.filter(MmEntry::hasDumpable)
                .map(mm -> OptionalInt.of(mm.getDumpable()))
                .orElse(OptionalInt.empty());
    }

    /// A hostile image can list millions.
    private static List<TaskTraits.Ring> rings(MmEntry memory) {
        return memory.getAiosList().stream()
                .limit(MOST_RINGS)
                .map(
                        ring ->
                                new TaskTraits.Ring(
                                        ring.getId(),
                                        Integer.toUnsignedLong(ring.getNrReq()),
                                        Integer.toUnsignedLong(ring.getRingLen())))
                .toList();
    }

    Observed<ThreadTraits> ofThread(Pid tid) {
        return cores.of(tid)
                .flatMap(
                        core ->
                                core.message().hasThreadCore()
                                        ? Observed.present(
                                                traits(core.message()),
                                                core.places(CoreEntry.THREAD_CORE_FIELD_NUMBER)
                                                        .at(0))
                                        : Observed.notCaptured(
                                                core.entry().at().member()
                                                        + " says nothing of the thread"));
    }

    private static ThreadTraits traits(CoreEntry core) {
        var thread = core.getThreadCore();
        var numbering = SignalReader.numbering(core);
        var sequences = thread.getRseqEntry();
        return new ThreadTraits(
                thread.hasSchedPrio() ? OptionalInt.of(thread.getSchedPrio()) : OptionalInt.empty(),
                thread.getPdeathSig() == 0
                        ? Optional.empty()
                        : Optional.of(numbering.signal(thread.getPdeathSig())),
                (core.hasTc()
                                ? new SignalSet(
                                        numbering,
                                        core.getTc().getBlkSigset(),
                                        core.getTc().getBlkSigsetExtended())
                                : new SignalSet(
                                        numbering,
                                        thread.getBlkSigset(),
                                        thread.getBlkSigsetExtended()))
                        .signals(),
                thread.hasSas() && (thread.getSas().getSsFlags() & NO_STACK) == 0
                        ? Optional.of(
                                new Area(thread.getSas().getSsSp(), thread.getSas().getSsSize()))
                        : Optional.empty(),
                thread.getRseqEntry().getRseqAbiPointer() == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Area(
                                        thread.getRseqEntry().getRseqAbiPointer(),
                                        Integer.toUnsignedLong(
                                                thread.getRseqEntry().getRseqAbiSize()))),
                sequences.getRseqAbiPointer() == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(Integer.toUnsignedLong(sequences.getSignature())),
                sequences.hasRseqCsPointer() && sequences.getRseqCsPointer() != 0
                        ? OptionalLong.of(sequences.getRseqCsPointer())
                        : OptionalLong.empty(),
                thread.getFutexRla(),
                cgroupSet(core));
    }

    /// Before threads could sit apart, the task said it for all.
    private static OptionalLong cgroupSet(CoreEntry core) {
        if (core.getThreadCore().hasCgSet()) {
            return OptionalLong.of(Integer.toUnsignedLong(core.getThreadCore().getCgSet()));
        }
        return core.getTc().hasCgSet()
                ? OptionalLong.of(Integer.toUnsignedLong(core.getTc().getCgSet()))
                : OptionalLong.empty();
    }
}
