package org.icecore.views.hex.model;

/// A mapped part of the space.
///
/// @param span where it lies
/// @param label how it is called, for its title row and for going to it: `rw-p [heap]`
/// @param executable whether code may run there; shown in the colour and with the word of executable memory
public record HexRegion(AddressSpan span, String label, boolean executable) {}
