package org.icecore.views.hex.model;

/// How a search ended.
public sealed interface FindOutcome {

    /// Found at `span`; `wrapped` if the end of the space was passed on the way.
    record Found(AddressSpan span, boolean wrapped) implements FindOutcome {}

    /// Not in the bytes there are.
    ///
    /// @param searched number of bytes looked at
    /// @param notCaptured number of mapped bytes that could not be looked at
    record NotFound(long searched, long notCaptured) implements FindOutcome {}

    /// Stopped before an answer.
    record Cancelled() implements FindOutcome {}
}
