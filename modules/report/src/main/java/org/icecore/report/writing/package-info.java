/// What all writers share: counting their steps, and numbers in words.
///
/// Knows the document model and no format. Start at [Steps].
package org.icecore.report.writing;
