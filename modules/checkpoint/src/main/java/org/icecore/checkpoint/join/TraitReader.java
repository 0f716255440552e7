package org.icecore.checkpoint.join;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.Observed;
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

    Observed<TaskTraits> ofTask(Pid pid) {
        return cores.of(pid)
                .flatMap(
                        core -> {
                            var task = core.message().getTc();
                            if (!core.message().hasTc()) {
                                return Observed.notCaptured(
                                        core.entry().at().member() + " says nothing of the task");
                            }
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
                                            dumpable(pid),
                                            task.hasMembarrierRegistrationMask()
                                                    ? OptionalInt.of(
                                                            task.getMembarrierRegistrationMask())
                                                    : OptionalInt.empty()),
                                    core.places(CoreEntry.TC_FIELD_NUMBER).at(0));
                        });
    }

    /// It is of the address space, so the image of that tells it.
    private OptionalInt dumpable(Pid pid) {
        return SingleEntry.in(
                        cores.images(),
                        ImageName.of(ImageKind.MM, Integer.toUnsignedLong(pid.value())),
                        MmEntry.class)
                .found()
                .filter(mm -> mm.message().hasDumpable())
                .map(mm -> OptionalInt.of(mm.message().getDumpable()))
                .orElse(OptionalInt.empty());
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
        return new ThreadTraits(
                thread.hasSchedPrio() ? OptionalInt.of(thread.getSchedPrio()) : OptionalInt.empty(),
                thread.getPdeathSig() == 0
                        ? Optional.empty()
                        : Optional.of(numbering.signal(thread.getPdeathSig())),
                numbering.signals(
                        core.hasTc() ? core.getTc().getBlkSigset() : thread.getBlkSigset()),
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
