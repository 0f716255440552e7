package org.icecore.app.cli;

import java.util.function.IntUnaryOperator;

/// One row of at most 16 bytes that lies at a multiple of 16: address, hexadecimal, text.
final class HexRow {

    /// Bytes in a whole row.
    static final int LENGTH = 16;

    private HexRow() {}

    /// @param address of the first byte; places before it in its row stay blank
    /// @param value of the byte at an index, 0 to 255; negative if it is not known
    static String of(long address, int length, IntUnaryOperator value) {
        var skipped = Math.floorMod(address, LENGTH);
        var hex = new StringBuilder("   ".repeat(skipped));
        var text = new StringBuilder(" ".repeat(skipped));
        for (var i = 0; i < length; i++) {
            var b = value.applyAsInt(i);
            hex.append(b < 0 ? "?? " : "%02x ".formatted(b));
            text.append(b < 0 ? '?' : b >= ' ' && b < 0x7f ? (char) b : '.');
        }
        hex.append("   ".repeat(LENGTH - skipped - length)).insert(LENGTH / 2 * 3, ' ');
        return "%012x  %s %s".formatted(address - skipped, hex, text);
    }
}
