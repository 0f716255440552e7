package org.icecore.criu;

import java.nio.ByteOrder;
import java.util.Optional;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// The magics at the start of an image, checked against the kind that its name promised.
///
/// @param format which format they belong to
/// @param order the byte order in which they are written
/// @param length bytes they take
record ImageHeader(ImageFile.Format format, ByteOrder order, int length) {

    /// Reads the header of an image that has one, and leaves `window` in its byte order.
    ///
    /// Big-endian images come from s390x, where CRIU writes integers as the machine has them; they are known by magics
    /// that are swapped.
    static Optional<ImageHeader> read(
            ByteSource source, ByteWindow window, ImageKind kind, Defects defects)
            throws EvidenceException {
        if (source.size() < Integer.BYTES) {
            defects.add(
                    new ByteRange(0, source.size()),
                    "ends after %s; the magic of %s takes 4",
                    Amount.of(source.size(), "byte"),
                    kind);
            return Optional.empty();
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            window.order(order);
            int first = window.u32(0);
            if (first == kind.magic()) {
                return Optional.of(new ImageHeader(formatOfBareMagic(kind), order, Integer.BYTES));
            }
            if (first == HeaderForm.COMMON_MAGIC || first == HeaderForm.SERVICE_MAGIC) {
                return second(source, window, kind, first, order, defects);
            }
        }
        window.order(ByteOrder.LITTLE_ENDIAN);
        defects.add(new ByteRange(0, Integer.BYTES), wrong(kind, window.u32(0)));
        return Optional.empty();
    }

    private static ImageFile.Format formatOfBareMagic(ImageKind kind) {
        return kind.header() == HeaderForm.INVENTORY
                ? ImageFile.Format.UNMARKED
                : ImageFile.Format.V1_0;
    }

    private static Optional<ImageHeader> second(
            ByteSource source,
            ByteWindow window,
            ImageKind kind,
            int first,
            ByteOrder order,
            Defects defects)
            throws EvidenceException {
        if (source.size() < 2 * Integer.BYTES) {
            defects.add(
                    new ByteRange(0, source.size()),
                    "ends after %s; the two magics of %s take 8",
                    Amount.of(source.size(), "byte"),
                    kind);
            return Optional.empty();
        }
        int found = window.u32(Integer.BYTES);
        if (found != kind.magic()) {
            defects.add(ByteRange.of(Integer.BYTES, Integer.BYTES), wrong(kind, found));
            return Optional.empty();
        }
        HeaderForm form = first == HeaderForm.COMMON_MAGIC ? HeaderForm.COMMON : HeaderForm.SERVICE;
        if (form != kind.header()) {
            defects.add(
                    ByteRange.of(0, Integer.BYTES),
                    "header of form %s; %s has form %s",
                    form,
                    kind,
                    kind.header());
        }
        return Optional.of(new ImageHeader(ImageFile.Format.V1_1, order, 2 * Integer.BYTES));
    }

    private static String wrong(ImageKind kind, int found) {
        return "magic 0x%08x%s; 0x%08x of %s was expected"
                .formatted(
                        found,
                        ImageKind.magicName(found).map(name -> " of " + name).orElse(""),
                        kind.magic(),
                        kind);
    }
}
