/// One field that finds a command, a view, a perspective or whatever the application adds.
///
/// Knows items with a title and an action. Knows nothing of what they open. Start at [QuickAccessProvider].
package org.icecore.workbench.quickaccess;
