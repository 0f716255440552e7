/// Intents the examiner can invoke, and the keys, menus and buttons that invoke them.
///
/// Knows identifiers, titles, enablement and key sequences. Knows nothing of what a command does: that is the handler's
/// affair. Start at [Command], then [Commands]; [Menus] makes the controls.
package org.icecore.workbench.command;
