package org.icecore.views.hex.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Bytes to look for, each with a mask of the bits that count.
public final class BytePattern {

    private final byte[] values;
    private final byte[] masks;
    private final int pivot;

    private BytePattern(byte[] values, byte[] masks, int pivot) {
        this.values = values;
        this.masks = masks;
        this.pivot = pivot;
    }

    /// A pattern of as many bytes as both arrays have.
    ///
    /// @throws IllegalArgumentException if it is empty or no bit counts
    static BytePattern of(byte[] values, byte[] masks) {
        int pivot = -1;
        var masked = values.clone();
        for (int i = 0; i < values.length; i++) {
            masked[i] &= masks[i];
            boolean better =
                    pivot < 0
                            ? masks[i] != 0
                            : Integer.bitCount(masks[i] & 0xff)
                                            > Integer.bitCount(masks[pivot] & 0xff)
                                    || masks[i] == masks[pivot]
                                            && masked[pivot] == 0
                                            && masked[i] != 0;
            if (better) {
                pivot = i;
            }
        }
        if (pivot < 0) {
            throw new IllegalArgumentException("a pattern that matches anything");
        }
        return new BytePattern(masked, masks.clone(), pivot);
    }

    public int length() {
        return values.length;
    }

    /// Whether a run of zeros matches.
    boolean matchesZeros() {
        for (byte value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /// The first index in `[from, to]` at which `bytes` match and all have a value, -1 if none.
    int first(HexBytes bytes, int from, int to) {
        var text = bytes.values();
        byte value = values[pivot];
        byte mask = masks[pivot];
        for (int i = from; i <= to; i++) {
            if ((text[i + pivot] & mask) == value && matches(bytes, i)) {
                return i;
            }
        }
        return -1;
    }

    /// The last index in `[from, to]` at which `bytes` match and all have a value, -1 if none.
    int last(HexBytes bytes, int from, int to) {
        for (int i = to; i >= from; i--) {
            if (matches(bytes, i)) {
                return i;
            }
        }
        return -1;
    }

    /// All matches in `bytes`, overlapping ones included.
    public List<AddressSpan> in(HexBytes bytes) {
        var found = new ArrayList<AddressSpan>();
        int last = bytes.length() - length();
        for (int at = first(bytes, 0, last); at >= 0; at = first(bytes, at + 1, last)) {
            found.add(AddressSpan.of(bytes.address() + at, length()));
        }
        return found;
    }

    private boolean matches(HexBytes bytes, int at) {
        var text = bytes.values();
        for (int i = 0; i < values.length; i++) {
            if ((text[at + i] & masks[i]) != values[i]) {
                return false;
            }
        }
        return bytes.knownPrefix(at, at + values.length) == values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BytePattern pattern
                && Arrays.equals(values, pattern.values)
                && Arrays.equals(masks, pattern.masks);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(masks);
    }

    /// Byte for byte, `??` for any, `41/df` for value and mask.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : " ");
            switch (masks[i]) {
                case 0 -> text.append("??");
                case -1 -> text.append("%02x".formatted(values[i]));
                default -> text.append("%02x/%02x".formatted(values[i], masks[i]));
            }
        }
        return text.toString();
    }
}
