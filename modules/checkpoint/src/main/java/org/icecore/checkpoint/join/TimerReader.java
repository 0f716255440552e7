package org.icecore.checkpoint.join;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.signal.Signal;
import org.icecore.checkpoint.signal.SignalNumbering;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.timer.ClockId;
import org.icecore.checkpoint.timer.TaskTimer;
import org.icecore.checkpoint.timer.TaskTimer.Interval;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.criu.proto.ItimerEntry;
import org.icecore.criu.proto.PosixTimerEntry;
import org.icecore.criu.proto.TaskCoreEntry;
import org.icecore.criu.proto.TaskTimersEntry;
import org.icecore.evidence.Location;

/// Reads the timers of a task; from its core image, or from the images that older dumps had for them.
record TimerReader(RecentCores cores) {

    private static final int SIGALRM = 14;
    private static final int MICRO = 1000;
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    Observed<List<TaskTimer>> of(Pid pid) {
        var number = Integer.toUnsignedLong(pid.value());
        return cores.of(pid)
                .flatMap(
                        core -> {
                            var numbering = SignalReader.numbering(core.message());
                            if (core.message().getTc().hasTimers()) {
                                return Observed.present(ofCore(core, numbering), core.entry().at());
                            }
                            var older = ImageName.of(ImageKind.ITIMERS, number);
                            return cores.images().has(older)
                                    ? older(number, older, numbering)
                                    : Observed.notCaptured(
                                            "%s records no timers"
                                                    .formatted(core.entry().at().member()));
                        });
    }

    private static List<TaskTimer> ofCore(SingleEntry<CoreEntry> core, SignalNumbering numbering) {
        var found = core.message().getTc().getTimers();
        var timers = new ArrayList<TaskTimer>();
        add(
                timers,
                Interval.Clock.REAL,
                found.getReal(),
                place(core, TaskTimersEntry.REAL_FIELD_NUMBER).at(0),
                numbering);
        add(
                timers,
                Interval.Clock.VIRTUAL,
                found.getVirt(),
                place(core, TaskTimersEntry.VIRT_FIELD_NUMBER).at(0),
                numbering);
        add(
                timers,
                Interval.Clock.PROFILING,
                found.getProf(),
                place(core, TaskTimersEntry.PROF_FIELD_NUMBER).at(0),
                numbering);
        var places = place(core, TaskTimersEntry.POSIX_FIELD_NUMBER);
        for (var i = 0; i < found.getPosixCount(); i++) {
            timers.add(posix(found.getPosix(i), places.at(i), numbering));
        }
        return List.copyOf(timers);
    }

    private static SingleEntry.Places place(SingleEntry<CoreEntry> core, int field) {
        return core.places(CoreEntry.TC_FIELD_NUMBER, TaskCoreEntry.TIMERS_FIELD_NUMBER, field);
    }

    private Observed<List<TaskTimer>> older(long pid, ImageName name, SignalNumbering numbering) {
        return SingleEntry.in(cores.images(), name, ItimerEntry.class)
                .map(
                        first -> {
                            var timers = new ArrayList<TaskTimer>();
                            var clocks = List.of(Interval.Clock.values()).iterator();
                            for (var entry : first.image().entries()) {
                                if (entry.message() instanceof ItimerEntry timer
                                        && clocks.hasNext()) {
                                    add(timers, clocks.next(), timer, entry.at(), numbering);
                                }
                            }
                            cores.images()
                                    .read(ImageName.of(ImageKind.POSIX_TIMERS, pid))
                                    .ifPresent(
                                            image ->
                                                    image.entries()
                                                            .forEach(
                                                                    entry -> {
                                                                        if (entry.message()
                                                                                instanceof
                                                                                PosixTimerEntry
                                                                                        timer) {
                                                                            timers.add(
                                                                                    posix(
                                                                                            timer,
                                                                                            entry
                                                                                                    .at(),
                                                                                            numbering));
                                                                        }
                                                                    }));
                            return List.copyOf(timers);
                        });
    }

    private static void add(
            List<TaskTimer> timers,
            Interval.Clock clock,
            ItimerEntry timer,
            Location at,
            SignalNumbering numbering) {
        var left = duration(timer.getVsec(), timer.getVusec(), MICRO);
        var interval = duration(timer.getIsec(), timer.getIusec(), MICRO);
        if (!left.isZero() || !interval.isZero()) {
            timers.add(new Interval(clock, left, interval, signal(clock, numbering), at));
        }
    }

    private static Signal signal(Interval.Clock clock, SignalNumbering numbering) {
        var mips = numbering == SignalNumbering.MIPS;
        return numbering.signal(
                switch (clock) {
                    case REAL -> SIGALRM;
                    case VIRTUAL -> mips ? 28 : 26;
                    case PROFILING -> mips ? 29 : 27;
                });
    }

    private static TaskTimer posix(PosixTimerEntry timer, Location at, SignalNumbering numbering) {
        return new TaskTimer.Posix(
                Integer.toUnsignedLong(timer.getItId()),
                new ClockId(timer.getClockId()),
                timer.getItSigevNotify(),
                numbering.signal(timer.getSiSigno()),
                timer.getSivalPtr(),
                Integer.toUnsignedLong(timer.getOverrun()),
                duration(timer.getVsec(), timer.getVnsec(), 1),
                duration(timer.getIsec(), timer.getInsec(), 1),
                timer.hasNotifyThreadId()
                        ? Optional.of(new Pid(timer.getNotifyThreadId()))
                        : Optional.empty(),
                at);
    }

    /// Both numbers are unsigned; what is longer than a duration can be is the longest.
    static Duration duration(long seconds, long fraction, int nanos) {
        if (seconds < 0 || fraction < 0) {
            return LONGEST;
        }
        try {
            return Duration.ofSeconds(seconds, Math.multiplyExact(fraction, nanos));
        } catch (ArithmeticException _) {
            return LONGEST;
        }
    }
}
