/// A checkpoint as a whole: what was frozen, joined from CRIU's images and the engine's own files.
///
/// Knows how images and metadata refer to each other. Knows no display, no findings and no cases; no protobuf type
/// leaves this module. Start at [Checkpoint].
package org.icecore.checkpoint;
