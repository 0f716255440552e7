package org.icecore.checkpoint.file;

/// Options that every socket has; `sk_opts_entry`.
///
/// @param sendBuffer SO_SNDBUF, bytes
/// @param receiveBuffer SO_RCVBUF, bytes
/// @param filterInstructions length of an attached socket filter, instructions; 0 if there is none
public record SocketOptions(
        long sendBuffer,
        long receiveBuffer,
        boolean reuseAddress,
        boolean keepAlive,
        int filterInstructions) {}
