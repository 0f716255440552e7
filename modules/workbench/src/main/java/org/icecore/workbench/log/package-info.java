/// What went wrong while the program ran, for the Error Log view.
///
/// Knows messages with their time and details. Knows nothing of what caused them. Start at [ErrorLog].
package org.icecore.workbench.log;
