package org.icecore.checkpoint.memory;

/// A run of addresses whose bytes have one origin.
public record Extent(AddressRange range, Origin origin) {}
