/// Members that are text: JSON indented anew and coloured, logs and lists as they are.
///
/// Knows bytes of a member and a text control. Knows nothing of what the text means. Start at [TextEditor]; what is
/// text
/// is decided by [ContentKind].
package org.icecore.views.text;
