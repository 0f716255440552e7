package org.icecore.criu.field;

import java.util.Arrays;
import org.icecore.criu.proto.SkOptsEntry;
import org.icecore.criu.raw.BpfProgram;

/// The filter of a socket, whose instructions are fields of their own: jump targets need all of it.
final class SocketFilter {

    private static final SocketFilter NONE =
            new SocketFilter(new int[0], BpfProgram.of(new long[0], BpfProgram.Use.SOCKET));

    private final int[] positions;
    private final BpfProgram program;

    private SocketFilter(int[] positions, BpfProgram program) {
        this.positions = positions;
        this.program = program;
    }

    /// The filter in a message; empty if the message has none.
    static SocketFilter of(FieldValue.Message message, WireIndex index) {
        if (message.type() != SkOptsEntry.getDescriptor()) {
            return NONE;
        }
        var positions = new int[BpfProgram.MOST_INSTRUCTIONS];
        var words = new long[BpfProgram.MOST_INSTRUCTIONS];
        int count = 0;
        for (int i = 0; i < index.size() && count < words.length; i++) {
            if (index.number(i) == SkOptsEntry.SO_FILTER_FIELD_NUMBER
                    && index.wireType(i) == WireCursor.FIXED_64) {
                words[count] = word(message, index, i);
                positions[count++] = i;
            }
        }
        return new SocketFilter(
                Arrays.copyOf(positions, count),
                BpfProgram.of(Arrays.copyOf(words, count), BpfProgram.Use.SOCKET));
    }

    private static long word(FieldValue.Message message, WireIndex index, int i) {
        try {
            return new WireCursor(message.bytes().array(), index.value(i), index.end(i))
                    .fixed(Long.BYTES);
        } catch (WireException impossible) {
            throw new IllegalStateException("eight bytes that were there are gone", impossible);
        }
    }

    /// The value of the field at that position, shown as an instruction if it is one.
    FieldValue instruction(int position, FieldValue value) {
        int at = Arrays.binarySearch(positions, position);
        return at >= 0 && value instanceof FieldValue.Scalar(var field, var bits, _)
                ? new FieldValue.Scalar(
                        field, bits, new Display.Instruction(program.instructions().get(at).line()))
                : value;
    }
}
