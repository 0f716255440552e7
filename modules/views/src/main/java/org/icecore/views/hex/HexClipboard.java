package org.icecore.views.hex;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.icecore.views.hex.model.ByteCount;
import org.icecore.views.hex.model.HexCopy;

/// Copies on their way out.
final class HexClipboard {

    private HexClipboard() {}

    static void put(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /// What was copied and what was not.
    static String words(HexCopy copy, HexCopy.Format format) {
        if (format == HexCopy.Format.ADDRESS) {
            return "Copied " + copy.text() + ".";
        }
        var done = "Copied %s.".formatted(new ByteCount(copy.bytes()));
        return switch (copy.leftOut().size()) {
            case 0 -> done;
            case 1 -> "%s Left out: %s.".formatted(done, copy.leftOut().getFirst());
            default ->
                    "%s Left out: %s, and %d more."
                            .formatted(done, copy.leftOut().getFirst(), copy.leftOut().size() - 1);
        };
    }
}
