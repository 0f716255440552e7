package org.icecore.report.content;

import java.util.List;
import org.icecore.report.Fact;
import org.icecore.report.FactList;
import org.icecore.report.Section;

/// How the report is to be read.
final class Conventions {

    /// What stands in the cell of a table where there can be nothing: an en dash.
    static final String NOT_APPLICABLE = "\u2013";

    private Conventions() {}

    static Section section() {
        return Section.of(
                "How to read this report",
                "conventions",
                List.of(
                        FactList.of(
                                Fact.of(
                                        "+  -  ~",
                                        "Only in the later checkpoint; only in the earlier one; in both and not the same. Colours repeat"
                                                + " the signs and say nothing more."),
                                Fact.of(
                                        "Bytes",
                                        "Two hexadecimal digits each, as captured. Changed bytes are bold, underlined and shaded, and"
                                                + " their row has the sign ~."),
                                Fact.of(
                                        "??",
                                        "A byte that the checkpoint does not hold; why stands below. It is not a zero. Zeros of a"
                                                + " page that was never written are shown as 00 and stand nowhere in the archive."),
                                Fact.of(
                                        "Addresses",
                                        "Virtual addresses of the task, in hexadecimal. The second number of a range is the first"
                                                + " address behind it."),
                                Fact.of(
                                        "Times",
                                        "UTC. They are those that the engine, CRIU or the file system wrote; nothing in the evidence"
                                                + " proves that their clock was right."),
                                Fact.of("Sizes", "1 KiB is 1,024 bytes."),
                                Fact.of(
                                        "Names",
                                        "Letter for letter. A backslash begins an escape for what could not be seen, such as a line"
                                                + " end (n) or a change of direction (u202e), and is doubled where it is itself"
                                                + " meant. [U+...] is a character that no font of this report has."),
                                Fact.of(
                                        "not captured",
                                        "The thing may have been there; the evidence does not hold it."),
                                Fact.of(
                                        NOT_APPLICABLE,
                                        "Alone in a cell: not applicable; there can be no such thing here."))));
    }
}
