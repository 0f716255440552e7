/// How a report becomes one HTML file: no script, nothing fetched, every character of the evidence escaped.
///
/// Knows the document model and HTML. Knows nothing of checkpoints. Start at [HtmlDocument].
package org.icecore.report.html;
