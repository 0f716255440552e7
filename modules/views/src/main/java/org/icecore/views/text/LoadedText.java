package org.icecore.views.text;

import java.util.Optional;
import org.icecore.analysis.table.Counted;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// The text of a member, as far as it is shown.
///
/// @param raw as it lies in the evidence, with escapes for what is not UTF-8
/// @param indented indented anew, if it is JSON
/// @param limits what a reader must know of it: that it is cut, or has bytes that are no UTF-8; may be empty
record LoadedText(String raw, Optional<IndentedJson> indented, String limits) {
    /// Longer members are shown up to here, bytes.
    static final int LONGEST = 8 << 20;

    /// Reads the beginning of a member. Takes its time: to be done in a job.
    static LoadedText of(ByteSource source) throws EvidenceException {
        int length = (int) Math.min(source.size(), LONGEST);
        boolean cut = length < source.size();
        var escaped = EscapedText.of(source.bytes(0, length));
        var limits = new StringBuilder();
        if (cut) {
            limits.append(
                    "The first %,d of %s are shown; the editor of bytes shows all."
                            .formatted(length, Counted.of(source.size(), "byte")));
        }
        if (escaped.escaped() > 0) {
            limits.append(limits.isEmpty() ? "" : " ")
                    .append(
                            "%s not UTF-8 and written as \\xhh."
                                    .formatted(
                                            Counted.of(escaped.escaped(), "byte is", "bytes are")));
        }
        var indented = cut ? Optional.<IndentedJson>empty() : IndentedJson.of(escaped.text());
        return new LoadedText(escaped.text(), indented, limits.toString());
    }
}
