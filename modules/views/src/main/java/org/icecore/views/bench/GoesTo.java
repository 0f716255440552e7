package org.icecore.views.bench;

import org.icecore.checkpoint.memory.VirtualAddress;

/// An open editor of addresses that can be sent to another one.
@FunctionalInterface
public interface GoesTo {
    /// Shows the address.
    void goTo(VirtualAddress address);
}
