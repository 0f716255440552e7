package org.icecore.checkpoint.join;

import java.util.Optional;
import org.icecore.checkpoint.Machine;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.CoreEntry;

/// Finds out what kind of machine was dumped. All core images of a dump are of one.
record MachineReader(ImageSet images) {

    /// If none of so many can be read, none will be.
    private static final int TRIED = 16;

    Machine read() {
        return images.names().stream()
                .filter(name -> name.kind() == ImageKind.CORE)
                .limit(TRIED)
                .flatMap(name -> machine(name).stream())
                .filter(machine -> machine != Machine.UNKNOWN)
                .findFirst()
                .orElse(Machine.UNKNOWN);
    }

    /// What is wrong with the image is told where its task is read.
    private Optional<Machine> machine(ImageName name) {
        return images.open(name)
                .map(source -> ImageFile.read(source, name))
                .flatMap(image -> image.messages(CoreEntry.class).stream().findFirst())
                .map(core -> EnumText.of(core, CoreEntry.MTYPE_FIELD_NUMBER, "unknown"))
                .map(Machine::of);
    }
}
