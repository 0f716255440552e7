/// Icons of 16 px as stroked paths in the colours of the theme.
///
/// Knows path data by name. Start at [Icons].
package org.icecore.workbench.icon;
