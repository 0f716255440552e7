/// What the program remembers between starts, in the user's configuration folder.
///
/// Knows keys and texts. Knows nothing of what they mean. Start at [Preferences].
package org.icecore.workbench.preference;
