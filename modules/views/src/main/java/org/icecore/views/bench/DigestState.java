package org.icecore.views.bench;

import org.icecore.evidence.Digest;
import org.icecore.workbench.job.Job;

/// How far the SHA-256 of an opened file is.
public sealed interface DigestState {
    /// Not begun.
    record Awaited() implements DigestState {}

    /// Being computed.
    record Computing(Job<Digest> job) implements DigestState {}

    /// Computed.
    record Known(Digest digest) implements DigestState {}

    /// There is none.
    ///
    /// @param reason in words: `a folder has no digest of its own`
    record Unavailable(String reason) implements DigestState {}
}
