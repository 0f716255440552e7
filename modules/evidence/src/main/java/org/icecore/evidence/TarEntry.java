package org.icecore.evidence;

import java.util.Optional;

/// A member together with what is needed to read on and to read its content.
///
/// @param stored the content as it is packed; for a sparse file, its runs
/// @param next where the next header begins, if the archive is whole
record TarEntry(Member member, ByteRange stored, Optional<SparseMap> sparse, long next) {}
