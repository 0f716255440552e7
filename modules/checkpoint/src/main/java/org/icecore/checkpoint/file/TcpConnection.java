package org.icecore.checkpoint.file;

import java.util.List;
import java.util.OptionalLong;

/// What the kernel kept of a TCP connection when it was frozen; `tcp_stream_entry`. Sequence numbers count bytes modulo 2^32.
///
/// @param received bytes that arrived and that the task had not read yet
/// @param sent bytes that the task wrote and that the peer had not acknowledged yet
/// @param unsent how many of these were never sent, if recorded
/// @param nextReceived sequence number that is expected next
/// @param nextSent sequence number of the next byte that the task writes
/// @param agreed options that both sides agreed on: `timestamps`, `SACK`, `window scaling`
/// @param segment largest segment agreed on, bytes
/// @param ownWindow bytes that this side is ready to receive, if recorded
/// @param peerWindow bytes that the peer is ready to receive, if recorded
/// @param ownScale bits that own windows are shifted by, if both sides agreed on window scaling
/// @param peerScale bits that the peer's windows are shifted by, if both sides agreed on window scaling
/// @param timestamp of the own clock that marks segments, if both sides agreed on timestamps
/// @param largestPeerWindow bytes of the largest window that the peer ever offered, if recorded
public record TcpConnection(
        long received,
        long sent,
        OptionalLong unsent,
        long nextReceived,
        long nextSent,
        List<String> agreed,
        long segment,
        OptionalLong ownWindow,
        OptionalLong peerWindow,
        OptionalLong ownScale,
        OptionalLong peerScale,
        OptionalLong timestamp,
        OptionalLong largestPeerWindow) {

    public TcpConnection {
        agreed = List.copyOf(agreed);
    }

    /// Sequence number of the first byte that the task has not read yet.
    public long firstUnread() {
        return nextReceived - received & 0xffff_ffffL;
    }

    /// Sequence number of the first byte that the peer has not acknowledged yet.
    public long firstUnacknowledged() {
        return nextSent - sent & 0xffff_ffffL;
    }
}
