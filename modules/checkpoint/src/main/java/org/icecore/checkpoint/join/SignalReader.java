package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.signal.PendingSignal;
import org.icecore.checkpoint.signal.SignalAction;
import org.icecore.checkpoint.signal.SignalNumbering;
import org.icecore.checkpoint.signal.SignalSet;
import org.icecore.checkpoint.task.Pid;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.criu.proto.SaEntry;
import org.icecore.criu.proto.SiginfoEntry;
import org.icecore.criu.proto.SignalQueueEntry;
import org.icecore.criu.proto.TaskCoreEntry;
import org.icecore.criu.proto.ThreadCoreEntry;
import org.icecore.evidence.Location;

/// Reads what signals do in a task and which wait; from its core image, or from the images that older dumps had for it.
record SignalReader(RecentCores cores) {

    private static final int MOST_SIGNALS = 128;

    static SignalNumbering numbering(CoreEntry core) {
        return SignalNumbering.of(EnumText.of(core, CoreEntry.MTYPE_FIELD_NUMBER, "unknown"));
    }

    Observed<List<SignalAction>> actions(Pid pid) {
        return cores.of(pid)
                .flatMap(
                        core -> {
                            var numbering = numbering(core.message());
                            var listed = core.message().getTc().getSigactionsList();
                            if (listed.size() > MOST_SIGNALS) {
                                return new Observed.Malformed<>(
                                        core.entry().at(),
                                        "actions for %d signals; no machine has more than %d"
                                                .formatted(listed.size(), MOST_SIGNALS));
                            }
                            if (!listed.isEmpty()) {
                                var places =
                                        core.places(
                                                CoreEntry.TC_FIELD_NUMBER,
                                                TaskCoreEntry.SIGACTIONS_FIELD_NUMBER);
                                return Observed.present(
                                        actions(listed, places::at, numbering), core.entry().at());
                            }
                            var name =
                                    ImageName.of(
                                            ImageKind.SIGACT, Integer.toUnsignedLong(pid.value()));
                            return cores.images().has(name)
                                    ? older(name, numbering)
                                    : Observed.notCaptured(
                                            "%s records no actions"
                                                    .formatted(core.entry().at().member()));
                        });
    }

    private Observed<List<SignalAction>> older(ImageName name, SignalNumbering numbering) {
        return SingleEntry.in(cores.images(), name, SaEntry.class)
                .map(
                        first -> {
                            var entries =
                                    first.image().entries().stream()
                                            .filter(entry -> entry.message() instanceof SaEntry)
                                            .toList();
                            return actions(
                                    first.image().messages(SaEntry.class),
                                    i -> entries.get(i).at(),
                                    numbering);
                        });
    }

    /// The image has one for each signal in order, but none for those that cannot be handled.
    private static List<SignalAction> actions(
            List<SaEntry> listed, IntFunction<Location> places, SignalNumbering numbering) {
        var actions = new ArrayList<SignalAction>();
        var number = 0;
        for (var action : listed) {
            do {
                number++;
            } while (!numbering.canBeHandled(number));
            actions.add(
                    new SignalAction(
                            numbering.signal(number),
                            action.getSigaction(),
                            action.getFlags(),
                            action.getRestorer(),
                            new SignalSet(numbering, action.getMask(), action.getMaskExtended()),
                            action.hasCompatSigaction()
                                    ? Optional.of(action.getCompatSigaction())
                                    : Optional.empty(),
                            places.apply(actions.size())));
        }
        return List.copyOf(actions);
    }

    /// Those that wait for the task as a whole.
    Observed<List<PendingSignal>> ofTask(Pid pid) {
        return cores.of(pid)
                .flatMap(
                        core ->
                                core.message().getTc().hasSignalsS()
                                        ? pending(
                                                core,
                                                core.message().getTc().getSignalsS(),
                                                CoreEntry.TC_FIELD_NUMBER,
                                                TaskCoreEntry.SIGNALS_S_FIELD_NUMBER)
                                        : older(
                                                core,
                                                ImageName.of(
                                                        ImageKind.SIGNAL,
                                                        Integer.toUnsignedLong(pid.value()))));
    }

    /// Those that wait for one thread.
    Observed<List<PendingSignal>> ofThread(Pid tid) {
        return cores.of(tid)
                .flatMap(
                        core ->
                                core.message().getThreadCore().hasSignalsP()
                                        ? pending(
                                                core,
                                                core.message().getThreadCore().getSignalsP(),
                                                CoreEntry.THREAD_CORE_FIELD_NUMBER,
                                                ThreadCoreEntry.SIGNALS_P_FIELD_NUMBER)
                                        : older(
                                                core,
                                                ImageName.of(
                                                        ImageKind.PSIGNAL,
                                                        Integer.toUnsignedLong(tid.value()))));
    }

    private Observed<List<PendingSignal>> pending(
            SingleEntry<CoreEntry> core, SignalQueueEntry queue, int part, int field) {
        var places =
                core.places(
                        part,
                        field,
                        SignalQueueEntry.SIGNALS_FIELD_NUMBER,
                        SiginfoEntry.SIGINFO_FIELD_NUMBER);
        return pending(core, queue.getSignalsList(), places::at, core.entry().at());
    }

    private Observed<List<PendingSignal>> older(SingleEntry<CoreEntry> core, ImageName name) {
        if (!cores.images().has(name)) {
            return Observed.notCaptured(
                    "%s records no queue of signals".formatted(core.entry().at().member()));
        }
        return SingleEntry.in(cores.images(), name, SiginfoEntry.class)
                .flatMap(
                        first -> {
                            var entries =
                                    first.image().entries().stream()
                                            .filter(
                                                    entry ->
                                                            entry.message() instanceof SiginfoEntry)
                                            .toList();
                            return pending(
                                    core,
                                    first.image().messages(SiginfoEntry.class),
                                    i -> entries.get(i).at(),
                                    first.entry().at());
                        });
    }

    private static Observed<List<PendingSignal>> pending(
            SingleEntry<CoreEntry> core,
            List<SiginfoEntry> queue,
            IntFunction<Location> places,
            Location whole) {
        var reader = new SiginfoReader(core.message().getMtype(), core.image().byteOrder());
        var signals = new ArrayList<PendingSignal>();
        for (var signal : queue) {
            var at = places.apply(signals.size());
            var info = signal.getSiginfo();
            if (info.size() < SiginfoReader.LEAST) {
                return new Observed.Malformed<>(
                        at,
                        "siginfo of %d bytes; what is told of a signal takes %d"
                                .formatted(info.size(), SiginfoReader.LEAST));
            }
            signals.add(reader.read(info.asReadOnlyByteBuffer(), at));
        }
        return Observed.present(List.copyOf(signals), whole);
    }
}
