package org.icecore.criu;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Walks once through an image file: header, then size, message and payload of each entry.
final class ImageReader {

    private static final int WINDOW = 64 * 1024;

    private final ByteSource source;
    private final ImageName name;
    private final Defects defects;
    private final ByteWindow window;
    private final ImageFile.Visitor visitor;
    private final boolean kept;

    /// @param kept whether the visitor keeps the entries, so that all of them together must fit the heap
    ImageReader(ByteSource source, ImageName name, ImageFile.Visitor visitor, boolean kept) {
        this.source = source;
        this.visitor = visitor;
        this.kept = kept;
        this.name = name;
        this.defects = new Defects(source);
        this.window = new ByteWindow(source, WINDOW);
    }

    /// The file with `entries`, which the visitor may be filling.
    ImageFile read(List<ImageEntry> entries) {
        var format = ImageFile.Format.UNMARKED;
        var order = ByteOrder.LITTLE_ENDIAN;
        try {
            Optional<ImageHeader> header =
                    name.kind().raw()
                            ? Optional.empty()
                            : ImageHeader.read(source, window, name.kind(), defects);
            if (header.isPresent()) {
                format = header.get().format();
                order = header.get().order();
                readEntries(header.get().length());
            }
        } catch (EvidenceException unreadable) {
            defects.add(Defect.of(unreadable));
        }
        return new ImageFile(source, name, format, order, entries, defects.list());
    }

    private void readEntries(long start) throws EvidenceException {
        ImageKind kind = name.kind();
        if (kind.payload() == PayloadForm.INLINE_PAGES) {
            defects.add(
                    new ByteRange(start, source.size()),
                    "pages between the entries, as in old versions of CRIU; this release does not read them");
            return;
        }
        var messages = new MessageReader(source, window, defects);
        var payloads = new PayloadReader(source, messages, defects);
        long position = start;
        for (int index = 0; position < source.size(); index++) {
            if (!kept) {
                messages.forget();
            }
            Optional<ByteRange> frame = messages.frame(position);
            if (frame.isEmpty()) {
                return;
            }
            position = frame.get().end();
            var message = messages.parse(frame.get(), kind.messageAt(index));
            if (message.isPresent()) {
                PayloadReader.Result payload =
                        payloads.read(kind.payload(), message.get(), position);
                visitor.visit(
                        new ImageEntry(
                                message.get(),
                                source.locate(frame.get()),
                                frame.get(),
                                payload.payload()));
                if (!payload.whole()) {
                    return;
                }
                position = payload.end();
            } else if (kind.payload() != PayloadForm.NONE || defects.full()) {
                // Without the message nobody knows how many raw bytes follow it.
                reportRest(position);
                return;
            }
        }
    }

    private void reportRest(long position) {
        if (position < source.size()) {
            defects.add(
                    new ByteRange(position, source.size()),
                    "%s after a message that cannot be read; not interpreted",
                    Amount.of(source.size() - position, "byte"));
        }
    }
}
