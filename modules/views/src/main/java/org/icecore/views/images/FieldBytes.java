package org.icecore.views.images;

import java.util.List;
import java.util.Optional;
import org.icecore.evidence.ByteRange;
import org.icecore.views.hex.HexView;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexHighlight;
import org.icecore.views.hex.model.HighlightIndex;

/// The bytes of the selected field in the hex view. Tells what the examiner selects there from what it selects itself.
final class FieldBytes {
    private final HexView view;
    private final long size;
    private boolean leading;

    /// @param size bytes of the image
    FieldBytes(HexView view, long size) {
        this.view = view;
        this.size = size;
    }

    /// Frames the bytes of a field, and selects them unless they were selected first.
    void show(ImageModel.Selected field) {
        var range = field.line().range();
        if (range.length() == 0) {
            view.model().highlightsProperty().set(HighlightIndex.of(List.of()));
            return;
        }
        var span = AddressSpan.of(range.start(), range.length());
        var highlight =
                new HexHighlight(
                        span,
                        HexHighlight.Kind.FIELD,
                        "%s: %s".formatted(field.words(), field.line().typeInWords()));
        if (!field.byBytes()) {
            lead(span);
        }
        view.model().highlightsProperty().set(HighlightIndex.of(List.of(highlight)));
    }

    /// The bytes of the image that the examiner selected; empty while [#show] selects.
    Optional<ByteRange> selected() {
        if (leading) {
            return Optional.empty();
        }
        var navigation = view.navigation();
        long caret = navigation.caret();
        var span = navigation.selection().orElseGet(() -> AddressSpan.at(caret));
        return span.first() >= 0 && span.end() > span.first() && span.end() <= size
                ? Optional.of(new ByteRange(span.first(), span.end()))
                : Optional.empty();
    }

    private void lead(AddressSpan span) {
        leading = true;
        try {
            view.model().select(span);
        } finally {
            leading = false;
        }
    }
}
