package org.icecore.criu.field;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.icecore.criu.raw.BpfInstruction;
import org.icecore.criu.raw.BpfProgram;
import org.icecore.evidence.ByteRange;

/// The instructions of a seccomp filter as nodes.
final class FilterNodes {

    private FilterNodes() {}

    static List<FieldNode> of(FieldValue.Bytes filter) {
        // Filters are in the byte order of the machine. Codes are below 256, so the order shows.
        byte[] bytes = filter.copy();
        boolean big = bytes.length > 1 && bytes[0] == 0 && bytes[1] != 0;
        var order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var program = BpfProgram.of(bytes, order, BpfProgram.Use.SECCOMP);
        var nodes = new ArrayList<FieldNode>();
        for (BpfInstruction instruction : program.instructions()) {
            ByteRange at =
                    filter.bytes()
                            .range(
                                    filter.from() + (int) instruction.range().start(),
                                    filter.from() + (int) instruction.range().end());
            var value = new FieldValue.Word(instruction.code(), instruction.line(), order);
            nodes.add(
                    new FieldNode("[%d]".formatted(instruction.index()), 0, "bpf", value, at, at));
        }
        int end = 8 * nodes.size();
        if (end < bytes.length) {
            var at = filter.bytes().range(filter.from() + end, filter.to());
            var value =
                    new FieldValue.Unknown(
                            program.defect().orElse(""),
                            filter.bytes(),
                            filter.from() + end,
                            filter.to());
            nodes.add(new FieldNode("?", 0, FieldNode.UNREADABLE, value, at, at));
        }
        return nodes;
    }
}
