package org.icecore.views.hex.model;

/// Where going to an address ended.
///
/// @param address where the caret is now
/// @param mapped whether that is the address asked for; otherwise it is the nearest that is mapped
public record HexLanding(long address, boolean mapped) {}
