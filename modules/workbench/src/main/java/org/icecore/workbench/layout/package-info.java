/// Where views lie in the window, as a value: splits, stacks of tabs, and the editor area in the middle.
///
/// Knows view ids and ratios. Knows no control: drawing a layout is the work of the shell. Start at [Layout], whose
/// changes are pure functions of [LayoutChange]; [LayoutText] writes and reads it.
package org.icecore.workbench.layout;
