/// The window: services, bench, views, commands, keys and perspectives, wired by constructors.
///
/// Knows every view and decides nothing about evidence. Start at [DesktopParts], where views and editors are listed, at
/// [DesktopCommands], which puts the commands together, and at [DesktopLauncher], which is how the program's entry
/// comes here.
package org.icecore.app.desktop;
