/// What editors of bytes and text share: contents of the evidence as the hex controls want them, the bars above an
/// editor,
/// the ids of the commands that each handles while it is active, and the colours of the theme.
///
/// Knows address spaces, members and controls. Knows no part: every view may know this package. Start at
/// [AddressSpaceContent] and [InlineBar].
package org.icecore.views.desk;
