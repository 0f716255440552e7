package org.icecore.analysis.search;

import org.icecore.analysis.search.MemoryString.Encoding;
import org.icecore.checkpoint.memory.AddressRange;

/// Finds strings in bytes that come in pieces: one run for ASCII, one for UTF-16 at each parity of the address.
final class StringRuns implements MemoryScan.Sink {

    /// Longest string that is told as one; the rest of a longer one follows as the next.
    static final int LONGEST = 4096;

    private final Found found;
    private final Run ascii;
    private final Run even;
    private final Run odd;
    private long next;
    private int previous = -1;
    private boolean more = true;

    /// Takes strings in the order in which they end.
    interface Found {

        /// A string.
        ///
        /// @return whether more are wanted
        boolean at(AddressRange range, Encoding encoding, String text);
    }

    StringRuns(int least, Found found) {
        this.found = found;
        this.ascii = new Run(least, Encoding.ASCII, 1);
        this.even = new Run(least, Encoding.UTF_16LE, 2);
        this.odd = new Run(least, Encoding.UTF_16LE, 2);
    }

    @Override
    public boolean take(long address, byte[] bytes, int length, boolean fresh) {
        if (address != next) {
            end();
        }
        for (var i = 0; i < length; i++) {
            step(address + i, bytes[i] & 0xff, fresh);
        }
        next = address + length;
        return more;
    }

    @Override
    public void begin() {
        end();
    }

    /// Ends what is open; whether more are wanted.
    boolean end() {
        ascii.end();
        even.end();
        odd.end();
        previous = -1;
        return more;
    }

    private void step(long address, int value, boolean fresh) {
        if (printable(value)) {
            ascii.add(address, value, fresh);
        } else {
            ascii.end();
        }
        if (previous >= 0) {
            var wide = ((address - 1) & 1) == 0 ? even : odd;
            if (value == 0 && printable(previous)) {
                wide.add(address - 1, previous, fresh);
            } else {
                wide.end();
            }
        }
        previous = value;
    }

    private static boolean printable(int value) {
        return value >= 0x20 && value < 0x7f || value == '\t';
    }

    /// A run under way.
    private final class Run {

        private final StringBuilder text = new StringBuilder();
        private final int least;
        private final Encoding encoding;
        private final int width;
        private long start;
        private boolean anyFresh;

        Run(int least, Encoding encoding, int width) {
            this.least = least;
            this.encoding = encoding;
            this.width = width;
        }

        void add(long address, int value, boolean fresh) {
            if (text.isEmpty()) {
                start = address;
            }
            text.append((char) value);
            anyFresh |= fresh;
            if (text.length() == LONGEST) {
                end();
            }
        }

        void end() {
            if (text.length() >= least && anyFresh && more) {
                more =
                        found.at(
                                AddressRange.of(start, (long) text.length() * width),
                                encoding,
                                text.toString());
            }
            text.setLength(0);
            anyFresh = false;
        }
    }
}
