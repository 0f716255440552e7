package org.icecore.report.pdf;

/// What drawn content is for a reader who cannot see it: part of the document's structure, or nothing to be read.
/// ISO 32000-1, 14.8.2.2 (real content and artifacts).
sealed interface Marking permits Element, Artifact {}
