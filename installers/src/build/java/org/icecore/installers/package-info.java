/// Makes packages of the program with a Java of its own, by `jlink` and `jpackage`.
///
/// Knows where the build left the program and what the tools want. Knows nothing of the program itself, and nothing of it goes
/// into the program. Start at [AppImage].
package org.icecore.installers;
