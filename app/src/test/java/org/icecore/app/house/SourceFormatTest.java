package org.icecore.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The layout of the sources")
class SourceFormatTest {
    private static final Path ROOT = Path.of(System.getProperty("icecore.root"));

    private final SourceFormat format = new SourceFormat();

    @Test
    void isTheFormattersInEveryFile() throws IOException {
        var sources = SourceFormat.sources(ROOT);
        assertFalse(sources.isEmpty(), "no sources under " + ROOT);
        var differing = new ArrayList<String>();
        for (var file : sources) {
            var text = Files.readString(file);
            if (!format.apply(file, text).equals(text)) {
                differing.add(ROOT.relativize(file).toString());
            }
        }
        assertEquals(
                "", String.join("\n", differing), "not formatted; mend with: ./mvnw -q -Pformat");
    }

    @Test
    void leavesMarkdownCommentsAndTheLanguageOfTodayAlone() {
        var source =
                """
                package a;

                import java.util.Set;

                /// A run of bytes, `[start, end)`, as in [Set], in a line that is longer than a line of code may be, by far:
                ///
                /// - one   item
                /// - another
                record Run(long start, long end) {
                    static String label(Object any) {
                        return switch (any) {
                            case Run(var start, _) when start > 0 -> "after";
                            case Run(_, _) -> "run";
                            default -> "other";
                        };
                    }
                }
                """;
        assertEquals(source, format.apply(Path.of("Run.java"), source));
    }

    @Test
    void leavesOutWhatNobodyUses() {
        var source =
                "import java.util.Set;\nimport java.util.List;\n\nclass A { List<String> a; }\n";
        var formatted =
                """
                import java.util.List;

                class A {
                    List<String> a;
                }
                """;
        assertEquals(formatted, format.apply(Path.of("A.java"), source));
    }
}
