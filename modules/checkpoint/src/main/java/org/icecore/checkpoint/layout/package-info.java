/// How each engine lays out a checkpoint: which archive and directory hold the images, which members are the engine's
/// documents, and where the pages of a parent lie.
///
/// Knows names, media types and annotations of the engines; all of it ends here. Knows no messages of CRIU. Start at
/// [Sightings], whose answers are [Arrangement]s.
package org.icecore.checkpoint.layout;
