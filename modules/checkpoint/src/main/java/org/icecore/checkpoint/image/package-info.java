/// Single images of CRIU, for those who want to see them field by field or as JSON; the messages inside stay here.
///
/// Knows which member is an image. Knows nothing of how images belong together. Start at [Image#recognise].
package org.icecore.checkpoint.image;
