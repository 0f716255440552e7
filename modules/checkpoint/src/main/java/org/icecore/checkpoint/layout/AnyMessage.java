package org.icecore.checkpoint.layout;

import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// What containerd wraps in a `google.protobuf.Any`: a type's name in field 1, the value in field 2 (any.proto).
final class AnyMessage {

    private static final int TYPE = 1 << 3 | 2;
    private static final int VALUE = 2 << 3 | 2;
    private static final int LONGEST_TYPE = 1000;

    private final ByteSource source;
    private long at;

    private AnyMessage(ByteSource source) {
        this.source = source;
    }

    /// The value that `source` wraps; `source` itself if it wraps none.
    static ByteSource within(ByteSource source) throws EvidenceException {
        var message = new AnyMessage(source);
        if (message.number() != TYPE) {
            return source;
        }
        long type = message.number();
        if (type <= 0 || type > LONGEST_TYPE) {
            return source;
        }
        message.at += type;
        if (message.number() != VALUE) {
            return source;
        }
        long length = message.number();
        return length >= 0 && message.at + length == source.size()
                ? source.slice(ByteRange.of(message.at, length))
                : source;
    }

    /// A varint of at most four bytes; -1 where there is none.
    private long number() throws EvidenceException {
        long number = 0;
        for (int shift = 0; shift < 28 && at < source.size(); shift += 7) {
            int next = source.bytes(at++, 1)[0];
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        return -1;
    }
}
