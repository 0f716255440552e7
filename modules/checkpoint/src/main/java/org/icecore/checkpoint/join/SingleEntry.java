package org.icecore.checkpoint.join;

import com.google.protobuf.Message;
import java.util.List;
import org.icecore.checkpoint.Observed;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageName;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// The first entry of an image that holds one, and the image it is in.
record SingleEntry<M extends Message>(ImageFile image, ImageEntry entry, M message) {

    /// The entry in the image of that name; why not if there is none.
    static <M extends Message> Observed<SingleEntry<M>> in(
            ImageSet images, ImageName name, Class<M> type) {
        var image = images.read(name);
        if (image.isEmpty()) {
            return Observed.notCaptured(images.absence(name));
        }
        for (var entry : image.get().entries()) {
            if (type.isInstance(entry.message())) {
                return Observed.present(
                        new SingleEntry<>(image.get(), entry, type.cast(entry.message())),
                        entry.at());
            }
        }
        return image.get().defects().stream()
                .findFirst()
                .<Observed<SingleEntry<M>>>map(
                        defect -> new Observed.Malformed<>(defect.at(), defect.text()))
                .orElseGet(
                        () ->
                                Observed.notCaptured(
                                        images.directory() + name.fileName() + " is empty"));
    }

    /// Where the values of a field lie, in file order; see [ImageFile#locate(ImageEntry, int...)].
    Places places(int... path) {
        try {
            return new Places(image.locate(entry, path), entry.at());
        } catch (EvidenceException _) {
            return new Places(List.of(), entry.at());
        }
    }

    /// Where the occurrences of a field lie. A message that stands twice is one after reading, but not in the file: what has no
    /// place of its own has that of the whole entry.
    record Places(List<Location> each, Location whole) {

        Location at(int index) {
            return index < each.size() ? each.get(index) : whole;
        }
    }
}
