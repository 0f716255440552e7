/// CRIU image files, one at a time: which image a file name stands for, its header, its messages, the raw bytes between
/// them, and where each of those lies.
///
/// Knows magics, framing, byte order, payloads and pagemap runs. Knows nothing of tasks, archives or how one image
/// refers to another; that begins in `org.icecore.checkpoint`. Nothing here throws for bad content: whatever can still
/// be read is handed out, with a [org.icecore.evidence.Defect] for what cannot.
///
/// Start at [ImageName#of(String)], then [ImageFile#read(org.icecore.evidence.ByteSource, ImageName)] or, for memory,
/// [Pagemap#read(org.icecore.evidence.ByteSource, long)]:
///
/// ```java
/// var name = ImageName.of("pstree.img").orElseThrow();
/// var tasks = ImageFile.read(source, name).messages(PstreeEntry.class);
/// ```
package org.icecore.criu;
