package org.icecore.views.hex.model;

/// A run of bytes of one state and one origin.
///
/// @param span where it lies
/// @param state [ByteState#CAPTURED], [ByteState#ZERO] or [ByteState#NOT_CAPTURED]
/// @param origin where its bytes come from (`this checkpoint`) or, not captured, why they are absent (`clean page of
///     libc.so.6: not in the checkpoint`)
/// @param stripe number of the colour of the origin stripe: the same number, the same colour
public record HexRun(AddressSpan span, ByteState state, String origin, int stripe) {

    public HexRun {
        if (state == ByteState.NOT_MAPPED) {
            throw new IllegalArgumentException("a run at %s that is not mapped".formatted(span));
        }
        if (stripe < 0) {
            throw new IllegalArgumentException("stripe %d".formatted(stripe));
        }
    }
}
