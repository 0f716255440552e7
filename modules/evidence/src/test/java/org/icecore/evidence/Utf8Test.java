package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "6869, hi",
        "c3a4, ä",
        "f09f988a, \uD83D\uDE0A",
        "ff, <ff>",
        "61ff62, a<ff>b",
        "c3, <c3>",
        "61e282, a<e2><82>",
        "eda080, <ed><a0><80>",
        "8080c3a4, <80><80>ä"
    })
    void noByteThatIsNoUtf8IsLost(String hex, String expected) {
        var bytes = HexFormat.of().parseHex(hex);

        assertEquals(expected, decoded(bytes, 0, bytes.length));
    }

    @Test
    void onlyTheRangeIsRead() {
        assertEquals("<a4>b<c3>", decoded(HexFormat.of().parseHex("c3a462c3a4"), 1, 4));
    }

    private static String decoded(byte[] bytes, int from, int to) {
        var text = new StringBuilder();
        Utf8.decode(bytes, from, to, text::append, other -> text.append("<%02x>".formatted(other)));
        return text.toString();
    }
}
