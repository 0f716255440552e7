package org.icecore.views.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Nested
    class Indenting {
        @Test
        void breaksLinesAndKeepsEveryTokenAsItIsWritten() {
            assertEquals(
                    """
                    {
                      "a": 1.50e+3,
                      "b": [
                        true,
                        "x\\u0041\\"y"
                      ],
                      "c": {},
                      "d": []
                    }
                    """,
                    IndentedJson.of(
                                    "{\"a\":1.50e+3,\"b\":[true,\"x\\u0041\\\"y\"],\"c\":{},\"d\":[]}")
                            .orElseThrow()
                            .text());
        }

        @Test
        void tellsNamesFromStrings() {
            var json = IndentedJson.of("{\"a\":\"a\"}").orElseThrow();
            var names =
                    json.tokens().stream()
                            .filter(token -> token.kind() == JsonTokens.Kind.NAME)
                            .map(token -> json.text().substring(token.start(), token.end()))
                            .toList();
            assertEquals(java.util.List.of("\"a\""), names);
        }

        @Test
        void doesNotGrowWithTheSquareOfTheDepth() {
            var deep = "[".repeat(100_000) + "]".repeat(100_000);
            assertTrue(IndentedJson.of(deep).orElseThrow().text().length() < 200_000 * 140);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "plain", "{", "{]", "[\"open", "12", "{\"a\" ! 1}", "]"})
        void leavesAloneWhatIsNoJson(String text) {
            assertEquals(Optional.empty(), IndentedJson.of(text).map(IndentedJson::text));
        }
    }

    @Nested
    class Escaping {
        @Test
        void writesBytesThatAreNoUtf8AsEscapes() {
            var escaped =
                    EscapedText.of(
                            new byte[] {
                                'a', (byte) 0xff, 'b', (byte) 0xc3, (byte) 0xa4, (byte) 0xc3
                            });
            assertEquals("a\\xffb\u00e4\\xc3", escaped.text());
            assertEquals(2, escaped.escaped());
        }

        @Test
        void showsWhatWouldTurnTheOrderOfWritingRound() {
            assertEquals(
                    "a\\u202eb\\x1b[0m",
                    EscapedText.of("a\u202eb\u001b[0m".getBytes(StandardCharsets.UTF_8)).text());
        }

        @Test
        void joinsLineEndsOfWindowsAndShowsLoneCarriageReturns() {
            assertEquals(
                    "a\nb\\rc",
                    EscapedText.of("a\r\nb\rc".getBytes(StandardCharsets.UTF_8)).text());
        }
    }

    @Nested
    class Kind {
        @Test
        void isTextUnlessThereIsANul() {
            assertEquals(
                    ContentKind.TEXT,
                    ContentKind.of("/usr/bin/w\n".getBytes(StandardCharsets.UTF_8)));
            assertEquals(ContentKind.BINARY, ContentKind.of(new byte[] {'a', 0, 'b'}));
        }

        @Test
        void isBinaryWhereMoreThanAFewBytesAreOdd() {
            assertEquals(ContentKind.BINARY, ContentKind.of(new byte[] {1, 2, 3, 4, 5, 'a', 'b'}));
        }
    }

    @Nested
    class Matches {
        @Test
        void areFoundInAnyCaseAndGoRound() {
            var matches = TextMatches.of("Ab ab AB", "ab", true);
            assertEquals(java.util.List.of(0, 3, 6), matches.starts());
            assertEquals(1, matches.after(2));
            assertEquals(0, matches.after(7));
            assertEquals(2, matches.before(0));
            assertEquals(java.util.List.of(3), TextMatches.of("Ab ab AB", "ab", false).starts());
        }
    }
}
