/// Reports as documents: a [Report] of [Section]s of [Block]s, and the writers that turn it into PDF, HTML and JSON.
///
/// Knows what a court wants of a document: pages that count themselves, links, statements with the place they can be
/// re-checked at, and text that evidence cannot forge. Knows nothing of checkpoints or of how findings arise, and shows
/// no window. Start at [Report], then [ReportFile].
package org.icecore.report;
