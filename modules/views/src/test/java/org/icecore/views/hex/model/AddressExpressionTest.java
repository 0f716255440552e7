package org.icecore.views.hex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressExpressionTest {

    private static final HexContent CONTENT =
            new SparseContent()
                    .region(0x5614c8204000L, 0x5614c8206000L, "rw-p [heap]")
                    .region(0x7f2f36000000L, 0x7f2f36200000L, "r-xp /usr/lib/libcrypto.so.3")
                    .region(0x7f2f37000000L, 0x7f2f37200000L, "r-xp /usr/lib/libc.so.6")
                    .region(0xffff_8000_0000_0000L, 0, "---p [vsyscall]");

    @ParameterizedTest
    @CsvSource({
        "7f2f369d0000, 7f2f369d0000",
        "0x7f2f'369d'0000, 7f2f369d0000",
        "0XFFFFFFFFFFFFFFFF, ffffffffffffffff",
        "4096t, 1000",
        "10, 10",
        "7f2f37000000-7f2f37200000, 7f2f37000000",
        "+0x10, 1010",
        "-0x10, ff0",
        "+ 4k, 2000",
        "+16t, 1010",
        "heap, 5614c8204000",
        "[heap]+0x10, 5614c8204010",
        "LIBC.SO.6 + 1M, 7f2f37100000",
        "libc, 7f2f37000000",
        "libcrypt, 7f2f36000000",
        "vsyscall, ffff800000000000",
    })
    void leadsToAnAddress(String text, String address) {
        var target = AddressExpression.parse(text).resolve(CONTENT, 0x1000);
        assertEquals(new AddressExpression.Target.At(Long.parseUnsignedLong(address, 16)), target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-zz",
                "0x",
                "0x12345678901234567",
                "123456789abcdef01",
                "99999999999999999999t",
                "ld.so"
            })
    void leadsNowhereAndSaysWhy(String text) {
        var target = AddressExpression.parse(text).resolve(CONTENT, 0x1000);
        assertInstanceOf(AddressExpression.Target.Nowhere.class, target);
    }

    @Test
    void theReasonNamesWhatWasTyped() {
        assertEquals(
                new AddressExpression.Target.Nowhere(
                        "No address, and no region with \"ld.so\" in its label."),
                AddressExpression.parse("ld.so").resolve(CONTENT, 0));
    }

    @Test
    void goesRoundTheEndOfTheSpace() {
        assertEquals(
                new AddressExpression.Target.At(-16L),
                AddressExpression.parse("-0x20").resolve(CONTENT, 0x10));
    }
}
