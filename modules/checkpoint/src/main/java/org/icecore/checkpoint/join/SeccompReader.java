package org.icecore.checkpoint.join;

import java.nio.ByteOrder;
import java.util.OptionalInt;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.task.SeccompFilter;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.SeccompEntry;
import org.icecore.criu.raw.BpfInstruction;
import org.icecore.criu.raw.BpfProgram;
import org.icecore.evidence.Digest;
import org.icecore.evidence.Location;

/// Reads and disassembles the filters of system calls.
record SeccompReader(ImageSet images) {

    Gathered<SeccompFilter> read() {
        var gathering = new Gathering<SeccompFilter>(images);
        for (var image : gathering.files(ImageKind.SECCOMP)) {
            for (var entry : image.entries()) {
                if (entry.message() instanceof SeccompEntry seccomp) {
                    for (var i = 0; i < seccomp.getSeccompFiltersCount(); i++) {
                        gathering.add(
                                filter(i, seccomp, image.byteOrder(), entry.at()), entry.at());
                    }
                }
            }
        }
        return gathering.done("the checkpoint holds no image of seccomp filters");
    }

    private static SeccompFilter filter(
            int index, SeccompEntry seccomp, ByteOrder order, Location at) {
        var filter = seccomp.getSeccompFilters(index);
        var bytes = filter.getFilter().toByteArray();
        var program = BpfProgram.of(bytes, order, BpfProgram.Use.SECCOMP);
        return new SeccompFilter(
                index,
                filter.hasPrev() ? OptionalInt.of(filter.getPrev()) : OptionalInt.empty(),
                filter.getFlags(),
                program.instructions().stream().map(BpfInstruction::line).toList(),
                Digest.of(bytes),
                program.defect(),
                at);
    }
}
