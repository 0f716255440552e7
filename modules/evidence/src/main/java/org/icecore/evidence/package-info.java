/// Evidence as bytes that can be addressed: an [Archive] of [Member]s, each a [ByteSource].
///
/// Knows tar, compression, ranges, digests and where a byte came from. Knows nothing of CRIU or of what the bytes mean;
/// that begins in `org.icecore.criu`. Never opens evidence for writing. Start at [Archive].
package org.icecore.evidence;
