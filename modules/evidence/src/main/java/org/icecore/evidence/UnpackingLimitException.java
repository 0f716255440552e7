package org.icecore.evidence;

/// Compressed evidence that unpacks to more than is allowed. It may be a bomb, or that large: whoever knows can raise
/// [Unpacking#limit()].
public class UnpackingLimitException extends EvidenceException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    /// @param packed how many bytes it has in compressed form
    /// @param limit how many bytes were allowed
    public UnpackingLimitException(Location at, long packed, long limit) {
        super(
                at,
                "%d bytes unpack to more than the %d bytes allowed; raise the limit to open it"
                        .formatted(packed, limit));
        this.limit = limit;
    }

    /// The same, for whoever asks again.
    UnpackingLimitException(UnpackingLimitException first) {
        super(first.at(), first.defect(), first);
        this.limit = first.limit;
    }

    /// How many bytes were allowed.
    public long limit() {
        return limit;
    }
}
