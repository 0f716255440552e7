package org.icecore.criu;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// The magics that an image begins with, for readers that go through its entries by themselves.
///
/// @param kind which image it is
/// @param order the byte order of the magics and of the sizes after them
/// @param header the bytes of the magics; empty in a raw image
/// @param defects what is odd about the magics although they can be read
public record ImageStart(ImageKind kind, ByteOrder order, ByteRange header, List<Defect> defects) {

    private static final int PAGE = 4096;

    public ImageStart {
        defects = List.copyOf(defects);
    }

    /// Reads the magics of an image of that kind.
    ///
    /// @throws EvidenceException if they are those of no or another image
    public static ImageStart read(ByteSource source, ImageKind kind) throws EvidenceException {
        if (kind.raw()) {
            return new ImageStart(kind, ByteOrder.LITTLE_ENDIAN, new ByteRange(0, 0), List.of());
        }
        var defects = new Defects(source);
        var header = ImageHeader.read(source, new ByteWindow(source, Long.BYTES), kind, defects);
        if (header.isEmpty()) {
            Defect first = defects.list().getFirst();
            throw new EvidenceException(first.at(), first.text());
        }
        return new ImageStart(
                kind,
                header.get().order(),
                new ByteRange(0, header.get().length()),
                defects.list());
    }

    /// Which image a file is: what its magic says; where two kinds share the magic, or there is none, what its name
    /// says. Empty if neither says anything.
    public static Optional<ImageKind> recognise(String fileName, ByteSource source)
            throws EvidenceException {
        Optional<ImageKind> named = ImageName.of(fileName).map(ImageName::kind);
        if (source.size() < Integer.BYTES) {
            return named;
        }
        var window = new ByteWindow(source, Long.BYTES);
        if (named.filter(kind -> kind == ImageKind.PAGES).isPresent()) {
            // A file of whole pages is plain, whatever its first page begins with.
            boolean plain = source.size() % PAGE == 0 || (source.size() - 4) % (PAGE + 8) != 0;
            return plain || window.u32(0) != ImageKind.PAGES_OLD.magic()
                    ? named
                    : Optional.of(ImageKind.PAGES_OLD);
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            window.order(order);
            int first = window.u32(0);
            boolean two = first == HeaderForm.COMMON_MAGIC || first == HeaderForm.SERVICE_MAGIC;
            if (!two || source.size() >= Long.BYTES) {
                int magic = two ? window.u32(Integer.BYTES) : first;
                if (named.filter(kind -> kind.raw() || kind.magic() == magic).isPresent()) {
                    return named;
                }
                Optional<ImageKind> marked =
                        Arrays.stream(ImageKind.values())
                                .filter(kind -> !kind.raw() && kind.magic() == magic)
                                .findFirst();
                if (marked.isPresent()) {
                    return marked;
                }
            }
        }
        return named;
    }
}
