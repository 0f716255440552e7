package org.icecore.views.hex;

import java.util.Optional;
import org.icecore.analysis.search.BytePattern;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexRow;
import org.icecore.views.hex.model.PatternMatches;

/// Marks what matches the pattern that is sought, wherever it is in sight.
///
/// @param pattern what is sought
/// @param palette colours of the theme
record HitLook(BytePattern pattern, HexPalette palette) {
    private static final int LONGEST = 256;

    /// Marks the matches in a row, and those that begin before it or end behind it.
    void mark(RowLook look, HexRow row, HexContent content, Optional<AddressSpan> selection) {
        if (pattern.length() > LONGEST) {
            return;
        }
        int around = pattern.length() - 1;
        var span = row.span();
        long from = Long.compareUnsigned(span.first(), around) < 0 ? 0 : span.first() - around;
        long to = Long.compareUnsigned(-1L - span.last(), around) < 0 ? -1L : span.last() + around;
        var bytes = content.read(from, (int) (to - from) + 1);
        for (var hit : PatternMatches.in(bytes, pattern)) {
            look.back(row, hit, palette.hit());
            look.frame(row, hit, selection.filter(hit::equals).isPresent());
        }
    }
}
