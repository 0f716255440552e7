/// How a report becomes pages: faces, shaping, line breaking, layout and the objects of a PDF file.
///
/// Knows the document model and PDFBox's objects; draws text itself, because only so is every character that it writes
/// read back as the character that was meant. Knows nothing of checkpoints. Start at [PdfDocument].
package org.icecore.report.pdf;
