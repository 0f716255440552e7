package org.icecore.criu.raw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Goes through a pages file as CRIU wrote it before it had pagemaps: after the magic, each page behind its address.
///
/// Source: CRIU 1.0, `page-read.c`. Pages are of 4096 bytes: that CRIU ran on x86 and ARM alone.
public final class OldPages {

    /// Bytes of a page.
    public static final int PAGE = 4096;

    private final ByteSource source;
    private final ByteOrder order;
    private long position;
    private Optional<Defect> defect = Optional.empty();

    /// The pages of that file behind its header.
    public OldPages(ByteSource source, ByteOrder order, ByteRange header) {
        this.source = source;
        this.order = order;
        this.position = header.end();
    }

    /// One page.
    ///
    /// @param address where it lay
    /// @param at its address and content in the file
    /// @param content its content in the file; shorter than a page where the file is cut
    public record OldPage(long address, ByteRange at, ByteRange content) {}

    /// The next page; empty after the last.
    public Optional<OldPage> next() throws EvidenceException {
        long left = source.size() - position;
        if (left <= 0) {
            return Optional.empty();
        }
        long start = position;
        if (left < Long.BYTES) {
            damaged(
                    start,
                    "%s; the address of a page takes 8"
                            .formatted(Amount.of(left, "trailing byte")));
            return Optional.empty();
        }
        long address = ByteBuffer.wrap(source.bytes(start, Long.BYTES)).order(order).getLong();
        var content = ByteRange.of(start + Long.BYTES, Math.min(PAGE, left - Long.BYTES));
        if (content.length() < PAGE) {
            damaged(
                    content.start(),
                    "page of %d bytes, of which %s there"
                            .formatted(PAGE, Amount.are(content.length())));
        }
        position = content.end();
        return Optional.of(new OldPage(address, new ByteRange(start, content.end()), content));
    }

    private void damaged(long from, String text) {
        defect = Optional.of(new Defect(source.locate(new ByteRange(from, source.size())), text));
        position = source.size();
    }

    /// What ended the walk early.
    public Optional<Defect> defect() {
        return defect;
    }
}
