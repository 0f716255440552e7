package org.icecore.views.bench;

import java.nio.file.Path;

/// Another file or folder that a checkpoint takes pages from: a dump before it that was supplied.
///
/// @param sha256 how far its digest is
public record FurtherFile(Path path, DigestState sha256) {}
