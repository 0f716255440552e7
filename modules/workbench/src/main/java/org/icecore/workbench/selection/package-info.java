/// What is selected in the workbench, and who selected it.
///
/// Knows the selection as an opaque value. Parts talk to one another only through it. Start at [SelectionService].
package org.icecore.workbench.selection;
