/// Colours and type: the light, dark and high-contrast themes.
///
/// Knows what a colour means (added, removed, not captured), never where it is used. The stylesheet and the controls that
/// paint for themselves get their colours from the same [Palette]. Start at [Themes].
package org.icecore.workbench.theme;
