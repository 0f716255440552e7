package org.icecore.checkpoint.dump;

import org.icecore.evidence.Location;

/// An image that is not there although other images speak of it.
///
/// @param name with the folder of the dump
/// @param because why it should be there: `pstree.img lists thread 7`
/// @param at where that is said
/// @param absence why it is not: `core-7.img is not in the checkpoint`, and whether it may have been lost
/// @param consequence what is therefore unknown
public record MissingImage(
        String name, String because, Location at, String absence, String consequence) {}
