package org.icecore.criu.field;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageStart;
import org.icecore.criu.PayloadForm;
import org.icecore.criu.proto.GhostChunkEntry;
import org.icecore.criu.proto.PagemapEntry;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Goes through the entries of an image, one at a time, as far as they can be read.
///
/// The chunks of a ghost file are entries of their own, as crit has them.
public final class EntryWalk {

    private final ByteSource source;
    private final ImageKind kind;
    private final DefectLog defects;
    private final Frames frames;
    private final PayloadWalk payloads;
    private long position;
    private boolean first = true;
    private boolean chunks;

    private EntryWalk(ByteSource source, ImageStart start) {
        this.source = source;
        this.kind = start.kind();
        this.defects = new DefectLog(source);
        start.defects().forEach(defects::add);
        this.frames = new Frames(source, start.order(), defects);
        this.payloads = new PayloadWalk(source, start.order(), frames, defects);
        this.position = start.header().end();
    }

    static EntryWalk of(ByteSource source, ImageStart start) {
        return new EntryWalk(source, start);
    }

    /// The next entry; empty after the last one that can be read.
    ///
    /// @throws EvidenceException if the evidence itself cannot be read any more
    public Optional<FieldEntry> next() throws EvidenceException {
        if (position >= source.size() || kind.message().isEmpty()) {
            return Optional.empty();
        }
        var frame = frames.at(position, type());
        if (frame.isEmpty()) {
            position = source.size();
            return Optional.empty();
        }
        var message = frame.get().message();
        PayloadWalk.Found found = payloads.read(form(), message, frame.get().end());
        var range = new ByteRange(position, found.end());
        chunks |= first && kind == ImageKind.GHOST_FILE && payloads.flag(message, "chunks");
        first = false;
        position = found.whole() ? found.end() : source.size();
        return Optional.of(new FieldEntry(frame.get().size(), message, found.payload(), range));
    }

    /// Goes on at an entry that was found before.
    void goTo(long start) {
        position = start;
    }

    /// How far the walk has come: all bytes before are header or entries.
    public long position() {
        return position;
    }

    /// What was found to be wrong so far with sizes, headers and payloads; damage inside messages is
    /// [MessageFields#damage()].
    public List<Defect> defects() {
        return defects.list();
    }

    private Descriptor type() {
        if (chunks) {
            return GhostChunkEntry.getDescriptor();
        }
        boolean pagemap = kind == ImageKind.PAGEMAP || kind == ImageKind.SHMEM_PAGEMAP;
        return pagemap && !first
                ? PagemapEntry.getDescriptor()
                : kind.message().orElseThrow().getDescriptorForType();
    }

    private PayloadForm form() {
        return kind.payload();
    }
}
