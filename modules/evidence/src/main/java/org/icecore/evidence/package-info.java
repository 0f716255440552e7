/// Evidence as bytes that can be addressed: an [Archive] of [Member]s, each a [ByteSource].
///
/// Knows tar, compression, ranges, digests and where a byte came from. Knows nothing of CRIU or of what the bytes mean;
/// that begins in `org.icecore.criu`. Never opens evidence for writing. Start at [Archive]; a tar that lies in a member
/// is a [TarIndex], a compressed one is unpacked by a [WorkingCopy] or read through its [Compression]; any archive in a
/// member is opened by [Archive#nested(Member, Progress)].
///
/// Damage is a [Defect] wherever the rest can still be read, and an [EvidenceException] where it cannot.
package org.icecore.evidence;
