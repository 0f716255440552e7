package org.icecore.checkpoint.file;

/// Bytes that waited in a TCP connection when it was frozen; `tcp_stream_entry`.
///
/// @param received bytes that the task had not read yet
/// @param sent bytes that the peer had not acknowledged yet
public record QueueSizes(long received, long sent) {}
