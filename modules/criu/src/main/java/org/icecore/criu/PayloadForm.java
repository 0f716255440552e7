package org.icecore.criu;

/// What raw bytes follow each message of an image, outside of protobuf.
public enum PayloadForm {
    /// Nothing: the next entry follows at once.
    NONE,
    /// `pipe_data_entry.bytes` bytes.
    PIPE_DATA,
    /// `sk_packet_entry.length` bytes.
    SOCKET_PACKET,
    /// `inq_len` bytes of the receive queue, then `outq_len` bytes of the send queue.
    TCP_QUEUES,
    /// `size` bytes, padded to 4; nothing if `in_pagemaps`, where the content lies in a `pagemap-shmem-` image.
    SYSV_SEGMENT,
    /// `qnum` times: u32 size, `ipc_msg`, `msize` bytes, padded to 8.
    SYSV_MESSAGES,
    /// `nsems` u16 values, padded to 8 bytes.
    SYSV_SEMAPHORES,
    /// `keys_bytes` bytes of keys, then `values_bytes` bytes of values.
    BPF_MAP,
    /// The file to its end; with `chunks`, to its end: u32 size, `ghost_chunk_entry`, `len` bytes.
    GHOST_CONTENT,
    /// Old form of a pages file: page contents lie between the entries. Not read by this release.
    INLINE_PAGES
}
