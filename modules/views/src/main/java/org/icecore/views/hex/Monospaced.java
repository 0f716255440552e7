package org.icecore.views.hex;

import java.util.HashSet;
import java.util.List;
import javafx.scene.text.Font;

/// The monospaced family to show bytes in.
final class Monospaced {

    private static final List<String> WANTED =
            List.of(
                    "JetBrains Mono",
                    "Cascadia Mono",
                    "SF Mono",
                    "Menlo",
                    "Consolas",
                    "DejaVu Sans Mono",
                    "Noto Sans Mono",
                    "Liberation Mono",
                    "Courier New");

    private Monospaced() {}

    /// The first of the wanted families that is installed, else the logical one of JavaFX.
    static String family() {
        var installed = new HashSet<>(Font.getFamilies());
        return WANTED.stream().filter(installed::contains).findFirst().orElse("Monospaced");
    }
}
