package org.icecore.app.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.icecore.views.guide.GuideKey;

/// The pages of the guide, which lie beside the program.
final class Guides {
    static final GuideKey GUIDE = new GuideKey("guide", "Guide");
    static final GuideKey SAMPLE = new GuideKey("sample", "Sample investigation");

    private Guides() {}

    /// The text of a page.
    static String text(GuideKey key) {
        try (var page =
                Guides.class.getResourceAsStream(
                        "/org/icecore/app/guide/%s.md".formatted(key.page()))) {
            if (page == null) {
                throw new IllegalArgumentException("no such page of the guide: " + key.page());
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
