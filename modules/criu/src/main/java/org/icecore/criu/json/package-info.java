/// Images as JSON, word for word what `crit decode` and `crit decode --pretty` print.
///
/// Knows crit's order, names, numbers, base64 and white space; images that crit cannot decode follow the same style.
/// Streams: an image is never held as a whole. Knows nothing of archives. Start at [ImageJson].
package org.icecore.criu.json;
