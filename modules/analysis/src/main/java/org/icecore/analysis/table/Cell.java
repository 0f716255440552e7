package org.icecore.analysis.table;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Digest;
import org.icecore.evidence.Location;

/// The raw value of one cell, or why there is none.
public sealed interface Cell {

    /// Words.
    record Text(String value) implements Cell {}

    /// A whole number: a count, a pid, a descriptor.
    record Number(long value) implements Cell {}

    /// An address or another number that is read in hexadecimal, unsigned.
    record Address(long value) implements Cell {}

    /// A run of addresses.
    record Range(AddressRange value) implements Cell {}

    /// A size in bytes.
    record Bytes(long value) implements Cell {}

    /// A duration in microseconds.
    record Duration(long micros) implements Cell {}

    /// A moment.
    record Timestamp(Instant value) implements Cell {}

    /// Yes or no.
    record Flag(boolean value) implements Cell {}

    /// Several words in a fixed order, e.g. capability names.
    ///
    /// @param brief all of them in one line, for where there is no room for a list
    record Names(List<String> values, String brief) implements Cell {

        public Names {
            values = List.copyOf(values);
        }

        /// Words that have no shorter form.
        public Names(List<String> values) {
            this(values, values.isEmpty() ? "none" : String.join(", ", values));
        }
    }

    /// Several whole numbers in a fixed order, e.g. pids.
    record Numbers(List<Long> values) implements Cell {

        public Numbers {
            values = List.copyOf(values);
        }

        /// The same as words.
        public Names names() {
            return new Names(values.stream().map(String::valueOf).toList());
        }
    }

    /// Several values, each under a name of its own: what is set of a thing that can have many settings. A name may come more
    /// than once.
    record Named(List<Entry> entries) implements Cell {

        public Named {
            entries = List.copyOf(entries);
        }

        /// A value under its name; a flag that is set is told by its name alone.
        public record Entry(String name, Cell value) {}
    }

    /// A digest.
    record Checksum(Digest value) implements Cell {}

    /// No value.
    ///
    /// @param reason in words that complete the sentence; never empty
    record Absent(Absence absence, String reason) implements Cell {}

    /// A cell of words.
    static Cell text(String value) {
        return new Text(value);
    }

    /// A cell of a whole number.
    static Cell number(long value) {
        return new Number(value);
    }

    /// A cell of the numbers of tasks or threads.
    static Cell pids(Collection<Pid> pids) {
        return new Numbers(pids.stream().map(pid -> (long) pid.value()).toList());
    }

    /// A cell for something that the evidence says does not exist here.
    static Cell notApplicable(String reason) {
        return new Absent(Absence.NOT_APPLICABLE, reason);
    }

    /// A cell for something that the evidence does not hold.
    static Cell notCaptured(String reason) {
        return new Absent(Absence.NOT_CAPTURED, reason);
    }

    /// What `cell` makes of the value, or the reason why there is none.
    static <T> Cell of(Observed<T> observed, Function<? super T, Cell> cell) {
        return switch (observed) {
            case Observed.Present<T>(var value, _) -> cell.apply(value);
            case Observed.NotCaptured<T>(var reason) -> notCaptured(reason);
            case Observed.Malformed<T>(Location at, var defect) ->
                    new Absent(Absence.MALFORMED, at + ": " + defect);
        };
    }

    /// What `cell` makes of the value; `reason` why it was not captured otherwise.
    static <T> Cell of(Optional<T> value, String reason, Function<? super T, Cell> cell) {
        return value.<Cell>map(cell).orElseGet(() -> notCaptured(reason));
    }

    /// The words; `reason` why they were not captured otherwise.
    static Cell ofText(Optional<String> value, String reason) {
        return of(value, reason, Text::new);
    }

    /// The number; `reason` why it was not captured otherwise.
    static Cell of(OptionalInt value, String reason) {
        return value.isPresent() ? number(value.getAsInt()) : notCaptured(reason);
    }

    /// The number; `reason` why it was not captured otherwise.
    static Cell of(OptionalLong value, String reason) {
        return value.isPresent() ? number(value.getAsLong()) : notCaptured(reason);
    }

    /// Whether there is a value.
    default boolean present() {
        return !(this instanceof Absent);
    }

    /// The order of values of one column: numbers and addresses by value, words by code point but numbers in them by
    /// value (`core-2.img` before `core-10.img`), absences last.
    static Comparator<Cell> order() {
        return CellOrder.BY_VALUE;
    }
}
