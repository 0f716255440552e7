/// The drawn family of icons.
///
/// Knows names and path data. Knows no toolkit: who shows an icon turns the data into its own shapes. The drawings are
/// `src/main/svg`; the build turns them into what is read here. Start at [IconSet].
package org.icecore.icons;
