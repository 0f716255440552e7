package org.icecore.criu.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The expectations are what `quopri.encodestring` of Python 3.11 gives.
@DisplayName("Quoted-printable text is that of Python")
class QuotedPrintableTest {

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of("\0zoo-abstract", "=00zoo-abstract"),
                Arguments.of("/run/zoo/zoo.sock\0", "/run/zoo/zoo.sock=00"),
                Arguments.of("a=b", "a=3Db"),
                Arguments.of(".", "=2E"),
                Arguments.of("..", ".."),
                Arguments.of(".\0", "=2E=00"),
                Arguments.of("tab\t", "tab=09"),
                Arguments.of("mid dle ", "mid dle=20"),
                Arguments.of("x".repeat(76), "x".repeat(76)),
                Arguments.of("x".repeat(80), "x".repeat(75) + "=\nxxxxx"),
                Arguments.of("\u00ff".repeat(30), "=FF".repeat(25) + "=\n" + "=FF".repeat(5)),
                Arguments.of("y".repeat(74) + "\0", "y".repeat(74) + "=\n=00"),
                Arguments.of("a b\nc \nd", "a b\nc=20\nd"),
                Arguments.of("crlf\r\nx\n", "crlf\r\nx\r\n"),
                Arguments.of("\r", "\r"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void ofTheseBytes(String bytes, String text) {
        assertEquals(text, QuotedPrintable.of(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
