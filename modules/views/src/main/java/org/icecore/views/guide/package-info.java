/// The guide within the program: pages of a small part of Markdown.
///
/// Knows headings, paragraphs, lists, code and links to commands. Knows no page. Start at [GuideText].
package org.icecore.views.guide;
