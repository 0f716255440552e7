/// What the build makes from the drawings: path data for the program, pixels for the desktop.
///
/// Knows SVG as we draw it (paths, flat colours) and the containers that packagers want (PNG, ICO, ICNS). Nothing of
/// this goes into the program. Start at [IconBuild].
package org.icecore.icons.build;
