package org.icecore.checkpoint.layout;

import java.util.SequencedMap;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.MemberPath;

/// An image of a container whose layers together hold no checkpoint, though one of them does, or its annotations say so.
///
/// @param opened its layers that are archives, by the way to each
/// @param here the archive with the image
/// @param way to that archive
record HiddenCheckpoint(
        Images.Found.Image image, SequencedMap<String, Archive> opened, Archive here, String way) {

    /// Says of an image without a checkpoint that it had one, or claims to have one.
    void tell(NestedArchives nested) {
        if (!tellDeleted(nested)) {
            ClaimedCheckpoint.of(image.annotations())
                    .map(
                            claimed ->
                                    claimed.broken(
                                            here,
                                            image.layers().getLast(),
                                            "none of its layers holds one"))
                    .ifPresent(nested::complain);
        }
    }

    /// Says that a layer has images of which the layers together have none; whether that is so.
    boolean tellDeleted(NestedArchives nested) {
        for (var layer : image.layers()) {
            var inner = opened.get(way + layer.name() + MemberPath.INTO);
            if (inner != null
                    && new Exports(inner).find().stream().anyMatch(Arrangement::hasImages)) {
                nested.complain(
                        OciBlob.defect(
                                here,
                                layer,
                                "the layer holds a checkpoint that a later layer of the image deletes: who runs the image does not get it; open the layer by itself to read it",
                                Defect.Kind.ODD));
                return true;
            }
        }
        return false;
    }
}
