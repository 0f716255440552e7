package org.icecore.views.hex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexQueryTest {

    private static BytePattern pattern(HexQuery query) {
        return assertInstanceOf(HexQuery.Bytes.class, query).pattern();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
            fc 48 ?? e4      | fc 48 ?? e4
            fc48??E4         | fc 48 ?? e4
            0xfc, 0x48       | fc 48
            4? ?3            | 40/f0 03/0f
            "sshd"           | 73 73 68 64
            "Ab1"i           | 41/df 42/df 31
            "ab"u            | 61 00 62 00
            "a"iu            | 41/df 00
            "a\\n\\0\\x90"   | 61 0a 00 90
            "ä"              | c3 a4
            "Ä"i             | c3 84/df
            "a b"            | 61 20 62
            "say \\"hi\\""   | 73 61 79 20 22 68 69 22
            """)
    void readsBytesAndText(String query, String expected) {
        assertEquals(expected, pattern(HexQuery.parse(query)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "sshd",
                "f",
                "fc 4",
                "??",
                "\"",
                "\"\"",
                "\"abc",
                "\"abc\"x",
                "\"\\q\"",
                "\"\\x1\"",
                "\"\\"
            })
    void saysWhyItCannotRead(String query) {
        assertInstanceOf(HexQuery.Unreadable.class, HexQuery.parse(query));
    }

    @Test
    void optionsAddToTheSuffixes() {
        assertEquals("41/df 00", pattern(HexQuery.parse("\"a\"", true, true)).toString());
        assertEquals("41/df 5c", pattern(HexQuery.text("a\\", true, false)).toString());
    }

    @Test
    void findsOverlappingMatchesInWhatHasAValueOnly() {
        var bytes = HexBytes.captured(0x1000, new byte[] {1, 1, 1, 0, 1, 1});
        bytes.mark(3, 1, ByteState.NOT_CAPTURED);
        var ones = pattern(HexQuery.parse("01 01"));
        assertEquals(
                List.of(
                        AddressSpan.of(0x1000, 2),
                        AddressSpan.of(0x1001, 2),
                        AddressSpan.of(0x1004, 2)),
                ones.in(bytes));
        assertEquals(List.of(), pattern(HexQuery.parse("01 ?? 01 01")).in(bytes));
    }
}
